// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaigntab.h"
#include "commands/projects/createproject.h"

#include <QTimer>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;
class QTextBrowser;
class QHBoxLayout;
class QVBoxLayout;

namespace encore::ui
{

class PictureStrip;

/// Everything that a campaign says, with the story as it will look beside it. Saving writes the changed fields only; what was saved can be
/// taken back and done again.
class StoryTab final : public CampaignTab
{
    Q_OBJECT

public:
    StoryTab(const Services& services, Theme& theme, QWidget* parent);

    [[nodiscard]] bool isDirty() const override;
    void save() override;
    void discard() override;
    void showField(const QString& name); ///< puts the cursor where something is missing

protected:
    void show(bool isAnother) override;

private:
    /// A saved edit, and what takes it back.
    struct Edit {
        commands::EditProject forward;
        commands::EditProject backward;
    };
    void build();
    void buildStory(QHBoxLayout* row);
    void buildBar(QVBoxLayout* column);
    void say();
    void fill();
    void refresh();
    void refreshPreview();
    void undo();
    void redo();
    void write(const commands::EditProject& edit, std::function<void()> done); ///< on the version that the fields were filled from
    /// The fields that differ, as they are now and as they were; or what is wrong with one of them.
    [[nodiscard]] domain::Result<Edit> gather() const;
    [[nodiscard]] QLineEdit* line(const char* name, QVBoxLayout* column, QLabel*& title);

    std::vector<Edit> m_done;
    std::vector<Edit> m_undone;
    domain::Project m_base; ///< what the fields were filled from; what differs from it was typed
    bool m_isFilling = false;
    bool m_isSaved = false; ///< what stands in the fields was written; the next answer fills them
    QTimer m_previewDelay;
    QLabel* m_titleTitle = nullptr;
    QLineEdit* m_title = nullptr;
    QLabel* m_summaryTitle = nullptr;
    QLineEdit* m_summary = nullptr;
    QLabel* m_goalTitle = nullptr;
    QLineEdit* m_goal = nullptr;
    QLabel* m_startTitle = nullptr;
    QLineEdit* m_start = nullptr;
    QLabel* m_endTitle = nullptr;
    QLineEdit* m_end = nullptr;
    QLabel* m_categoryTitle = nullptr;
    QLineEdit* m_category = nullptr;
    QLabel* m_venueTitle = nullptr;
    QLineEdit* m_venue = nullptr;
    QLabel* m_accountTitle = nullptr;
    QLineEdit* m_account = nullptr;
    QLabel* m_modelTitle = nullptr;
    QComboBox* m_model = nullptr;
    QCheckBox* m_donationsOnly = nullptr;
    PictureStrip* m_pictures = nullptr;
    QLabel* m_storyTitle = nullptr;
    QPlainTextEdit* m_story = nullptr;
    QLabel* m_previewTitle = nullptr;
    QTextBrowser* m_preview = nullptr;
    QLabel* m_fault = nullptr;
    QPushButton* m_undo = nullptr;
    QPushButton* m_redo = nullptr;
    QPushButton* m_discard = nullptr;
    QPushButton* m_save = nullptr;
};

} // namespace encore::ui
