// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doorcase.h"
#include "questionform.h"
#include "ui/common/theme.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QScrollArea;

namespace encore::ui
{

/// What the steward can do about a verdict that is not the last word: answer questions, take the money for an unpaid ticket or let it in
/// all the same, fetch a supervisor, let more of a group pass.
class AskPanel final : public QFrame
{
    Q_OBJECT

public:
    explicit AskPanel(Theme& theme, QWidget* parent = nullptr);

    void setZone(const domain::EventZone& zone);
    /// Shows itself if the case leaves something to do, else hides.
    void showCase(const DoorCase& guest, const std::vector<commands::DoorQuestions::Row>& questions);
    void setBusy(bool busy);

Q_SIGNALS:
    void answered(const std::map<encore::domain::QuestionId, QString>& answers);
    void draftChanged(const std::map<encore::domain::QuestionId, QString>& answers);
    void unpaidConfirmed();
    void moneyTaken(); ///< somebody wants to take it, here and now
    void overrideRequested();
    void morePass(int people); ///< of the group
    void parkRequested();
    void discardRequested();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void submit();

    Theme& m_theme;
    QLabel* m_title = nullptr;
    QScrollArea* m_scroll = nullptr;
    QuestionForm* m_form = nullptr;
    QPushButton* m_answer = nullptr;
    QPushButton* m_pay = nullptr;
    QPushButton* m_unpaid = nullptr;
    QPushButton* m_override = nullptr;
    QPushButton* m_oneMore = nullptr;
    QPushButton* m_allTheRest = nullptr;
    QPushButton* m_park = nullptr;
    QPushButton* m_discard = nullptr;
    bool m_asksUnpaid = false;
    bool m_owesMoney = false;
    bool m_asksSupervisor = false;
    int m_groupLeft = 0;
    bool m_isLeaving = false;
};

} // namespace encore::ui
