// SPDX-License-Identifier: GPL-3.0-or-later
#include "meetingdialog.h"

#include "raster/codeimage.h"
#include "ui/common/languageswitcher.h"
#include "ui/common/syncwords.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QPushButton>

namespace encore::ui
{

MeetingDialog::MeetingDialog(SyncService& sync, Theme& theme, QWidget* parent) : FormDialog(QStringLiteral("meeting"), theme, parent), m_sync(sync)
{
    build();
    m_isBuilt = true;
    connect(&sync, &SyncService::statusChanged, this, &MeetingDialog::refresh);
    refresh();
}

void MeetingDialog::build()
{
    setHeading([] { return tr("Meet on this network"); });
    addText("What", [] {
        return tr("While the house's server is out of reach, desks on one network tell each other whom they let in, so that nobody comes in twice. "
                  "They need no internet. Whoever sees the code can take part.");
    });
    m_way = addChoice("Way", [] { return tr("How"); }, [] { return tr("One desk shows the code, the others read it there") ; });
    m_way->addItem(QString());
    m_way->addItem(QString());
    m_code = addLine("Code", [] { return tr("Code"); }, [] { return tr("Scan or type what the other desk shows; it begins with ENCMEET1:"); });
    m_state = new QLabel(this);
    m_state->setObjectName(QStringLiteral("meetingStateLabel"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    addPart(m_state);
    m_picture = new QLabel(this);
    m_picture->setObjectName(QStringLiteral("meetingPictureLabel"));
    m_picture->setAlignment(Qt::AlignCenter);
    addPart(m_picture);
    m_shown = addLine("Shown", [] { return tr("For the other desks"); }, [] { return tr("To be scanned, pasted or typed there: Sync, Meet on this network"); });
    m_shown->setReadOnly(true);
    m_renew = new QPushButton(this);
    m_renew->setObjectName(QStringLiteral("meetingNewCodeButton"));
    m_renew->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    addPart(m_renew);
    const auto forget = [this] { // what was wrong with another answer
        m_fault.clear();
        refresh();
    };
    connect(m_way, &QComboBox::currentIndexChanged, this, forget);
    connect(m_code, &QLineEdit::textEdited, this, forget);
    m_wording.button(m_renew, [] { return tr("New code"); }, [] { return tr("Whoever has the code of before stays out"); });
    connect(m_renew, &QPushButton::clicked, this, [this] {
        m_isBusy = true;
        refresh();
        m_sync.openMeeting(true, this, [this](const domain::Status& status) { answered(status); });
    });
    finish([this] { return isIn() ? tr("Leave the meeting") : tr("Meet"); },
           [this] { return isIn() ? tr("What was heard is kept until the server confirms it") : tr("Begins, or joins the others"); });
    m_wording.also([this] {
        m_way->setItemText(0, tr("Join: another desk shows a code"));
        m_way->setItemText(1, tr("This desk is where the others meet"));
        cancelButton()->setText(tr("Close"));
        cancelButton()->setToolTip(tr("The meeting goes on (Esc)"));
        cancelButton()->setAccessibleName(cancelButton()->text());
    });
}

bool MeetingDialog::isPoint() const
{
    return m_sync.meeting().part == MeetingStatus::Part::Point;
}

void MeetingDialog::showPicture()
{
    const QString& code = m_sync.meeting().code;
    if (m_pictureOf == code)
        return;
    m_pictureOf = code;
    m_shown->setText(code);
    m_shown->setCursorPosition(0);
    constexpr int pixels = 5; // a module
    const auto picture = raster::qrImage(code, pixels);
    m_picture->setPixmap(picture ? QPixmap::fromImage(*picture) : QPixmap());
    m_picture->setAccessibleName(tr("The code as a picture, to be scanned"));
}

void MeetingDialog::refresh()
{
    if (!m_isBuilt)
        return;
    const MeetingStatus& meeting = m_sync.meeting();
    const bool joins = m_way->currentIndex() == 0;
    if (isPoint())
        showPicture();
    QString state = meetingSentence(meeting);
    if (!state.isEmpty())
        state[0] = state[0].toUpper();
    if (!meeting.desks.isEmpty())
        state += QStringLiteral(": ") + meeting.desks.join(QStringLiteral(", "));
    m_state->setText(state);
    setShown(m_way, !isIn());
    setShown(m_code, !isIn() && joins);
    setShown(m_state, isIn());
    setShown(m_picture, isPoint());
    setShown(m_shown, isPoint());
    setShown(m_renew, isPoint());
    m_renew->setEnabled(!m_isBusy);
    m_wording.sayAgain();
    const bool isWhole = isIn() || !joins || !m_code->text().trimmed().isEmpty();
    setFault(m_fault.isEmpty() ? inWords(meeting.trouble) : m_fault, isWhole && !m_isBusy, joins && !isIn() ? m_code : nullptr);
}

void MeetingDialog::confirm()
{
    m_fault.clear();
    if (isIn()) {
        m_sync.leaveMeeting();
        return accept();
    }
    m_isBusy = true;
    refresh();
    const auto answer = [this](const domain::Status& status) { answered(status); };
    if (m_way->currentIndex() == 0)
        m_sync.joinMeeting(m_code->text().trimmed(), this, answer);
    else
        m_sync.openMeeting(false, this, answer);
}

void MeetingDialog::answered(const domain::Status& status)
{
    m_isBusy = false;
    m_fault = status ? QString() : inWords(status.error().message);
    refresh();
}

} // namespace encore::ui
