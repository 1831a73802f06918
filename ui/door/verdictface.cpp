// SPDX-License-Identifier: GPL-3.0-or-later
#include "verdictface.h"

#include "doorwords.h"

#include <QCoreApplication>

namespace encore::ui
{
namespace
{
struct FaceWords {
    Q_DECLARE_TR_FUNCTIONS(encore::ui::VerdictFace)
};

QString shortReason(const DoorCase& guest, const domain::EventZone& zone)
{
    if (!guest.verdict.reason)
        return {};
    QStringList parts = {DoorWords::reason(domain::enumText(*guest.verdict.reason))};
    if (guest.verdict.firstAdmittedAt)
        parts.append(DoorWords::timeWithSeconds(*guest.verdict.firstAdmittedAt, zone));
    parts.append(guest.verdict.firstGateLabel);
    parts.append(guest.verdict.orderLabel.isEmpty() ? QString() : FaceWords::tr("Order %1").arg(guest.verdict.orderLabel));
    return DoorWords::joined(parts);
}

QStringList notesOf(const door::Verdict& verdict)
{
    QStringList notes;
    if (!verdict.listed)
        notes.append(FaceWords::tr("Not on this desk's list. The signature is genuine."));
    if (verdict.attention)
        notes.append(FaceWords::tr("Look twice: check the ticket by eye"));
    if (verdict.ageRating)
        notes.append(FaceWords::tr("From %1 years").arg(*verdict.ageRating));
    return notes;
}

VerdictFace faceOfFailure(const DoorCase& guest)
{
    VerdictFace face;
    face.signal = face.colours = door::Signal::HelpDesk;
    face.word = DoorWords::headline(guest);
    face.explanation = inWords(guest.failure->message);
    face.reason = FaceWords::tr("Nothing was recorded. Scan the ticket again.");
    return face;
}

} // namespace

QString seenAgainText(const DoorCase& guest)
{
    return guest.verdict.group ? FaceWords::tr("The same code again: nobody more was counted")
                               : FaceWords::tr("The same ticket again: admitted once");
}

QString VerdictFace::spoken() const
{
    return DoorWords::joined({word, holder, group}).replace(QStringLiteral(" · "), QStringLiteral(", "));
}

QString VerdictFace::accessibleText() const
{
    QStringList parts = {banner, word, holder, group, place, performance};
    parts += notes;
    parts += QStringList{explanation, reason, footnote};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(". "));
}

VerdictFace faceOf(const DoorCase& guest, bool hideNames, const domain::EventZone& zone)
{
    if (guest.failure)
        return faceOfFailure(guest);
    const door::Verdict& verdict = guest.verdict;
    VerdictFace face;
    face.signal = guest.signal();
    face.colours = face.signal == door::Signal::Go && !verdict.listed ? door::Signal::Ask : face.signal;
    face.word = DoorWords::headline(guest);
    face.holder = hideNames ? QString() : verdict.holder;
    if (verdict.group)
        face.group = FaceWords::tr("%1 of %2 inside").arg(verdict.group->inside).arg(verdict.group->people);
    face.place = DoorWords::joined({verdict.seat.isEmpty() ? QString() : FaceWords::tr("Seat %1").arg(verdict.seat), verdict.productName});
    face.performance = verdict.performanceTitle;
    face.notes = notesOf(verdict);
    if (!verdict.explanation.isEmpty())
        face.explanation = inWords(verdict.explanation);
    face.reason = shortReason(guest, zone);
    if (guest.input.lookOnly)
        face.banner = FaceWords::tr("Look only: nobody is admitted, nothing is recorded");
    if (guest.isNoted())
        face.footnote = seenAgainText(guest);
    return face;
}

} // namespace encore::ui
