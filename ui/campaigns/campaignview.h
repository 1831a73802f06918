// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaigntab.h"

class QLabel;
class QPushButton;
class QTabWidget;

namespace encore::ui
{

class StoryTab;

/// One campaign: how it stands, what it says, what can be done with it now.
class CampaignView final : public QWidget
{
    Q_OBJECT

public:
    CampaignView(const Services& services, Theme& theme, QWidget* parent = nullptr);

    void show(domain::ProjectId project, const QString& zone);
    void reload();
    void retranslate();
    [[nodiscard]] bool isDirty() const;
    void discard();
    void showTab(int number); ///< from 0

Q_SIGNALS:
    void backWanted();
    void changed();

private:
    void build();
    void say();
    void refresh();
    void tellRefused(const QString& words);
    void submit();
    void approve();
    void askReason(const QString& name, const Wording::Words& heading, const Wording::Words& text, const Wording::Words& confirm,
                   std::function<void(const QString&)> then);
    template<class C>
    void run(const C& command);

    Services m_services;
    Theme& m_theme;
    Wording m_wording;
    domain::ProjectId m_project;
    QString m_zone;
    std::optional<commands::Projects::Row> m_status;
    std::optional<CampaignCase> m_case;
    QPushButton* m_back = nullptr;
    QLabel* m_title = nullptr;
    QLabel* m_state = nullptr;
    QLabel* m_note = nullptr;
    QPushButton* m_showMissing = nullptr;
    QPushButton* m_submit = nullptr;
    QPushButton* m_approve = nullptr;
    QPushButton* m_reject = nullptr;
    QPushButton* m_suspend = nullptr;
    QPushButton* m_resume = nullptr;
    QPushButton* m_callOff = nullptr;
    QTabWidget* m_tabs = nullptr;
    StoryTab* m_story = nullptr;
    std::vector<CampaignTab*> m_parts; ///< in the order of the tabs
    QString m_refusal;
};

} // namespace encore::ui
