// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doormodels.h"
#include "ui/common/services.h"
#include "ui/common/theme.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QMenu;
class QPushButton;

namespace encore::ui
{

/// Finds a guest by name and hands them over to be admitted with a reason; a code that is typed here is scanned.
class SearchPanel final : public QWidget
{
    Q_OBJECT

public:
    SearchPanel(const Services& services, Theme& theme, QWidget* parent = nullptr);

    void setHideNames(bool hide) { m_model->setHideNames(hide); }
    void setZone(const domain::EventZone& zone) { m_model->setZone(zone); }
    void focusSearch();
    void searchFor(const QString& text);
    void clearSearch();
    /// Results have taken the place of the list of the last scans.
    [[nodiscard]] bool isSearching() const;
    [[nodiscard]] QWidget* resultsWidget() const { return m_results; }
    [[nodiscard]] SearchModel* model() const { return m_model; }

    /// Whether a text could be a ticket code rather than the beginning of a name.
    [[nodiscard]] static bool looksLikeCode(const QString& text);

Q_SIGNALS:
    void codeTyped(const QString& code);
    void admitRequested(encore::domain::TicketId ticket, const QString& reason);
    void searchingChanged();

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildResults();
    void retranslate();
    void textEdited();
    void ask();
    void take(const QString& text, const domain::Result<std::vector<commands::FindTickets::Row>>& found);
    void enter();
    void enterCode();
    void updateState();
    void chooseReason();
    void otherReason();
    void admit(const QString& reason);

    Services m_services;
    Theme& m_theme;
    SearchModel* m_model = nullptr;
    QLineEdit* m_edit = nullptr;
    QWidget* m_results = nullptr;
    QLabel* m_state = nullptr;
    QListView* m_list = nullptr;
    QPushButton* m_admit = nullptr;
    QTimer m_delay;
    int m_asked = 0;
    int m_answered = 0; ///< answers older than this are dropped
    QString m_answeredText; ///< what the rows in the list answer to
    bool m_enterWaits = false; ///< Enter was pressed before the answer came
};

} // namespace encore::ui
