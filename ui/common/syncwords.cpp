// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/syncwords.h"

#include "ui/common/languageswitcher.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace encore::ui
{

namespace
{

/// With the day only where that is not today.
QString timeText(domain::Instant at)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(at.ms);
    const QString time = moment.toString(QStringLiteral("HH:mm:ss"));
    return moment.date() == QDate::currentDate() ? time : QString(QLocale().toString(moment.date(), QLocale::ShortFormat) + u' ' + time);
}

QString counted(const char* one, const char* several, qint64 number)
{
    return QCoreApplication::translate("SyncWords", number == 1 ? one : several).arg(QLocale().toString(number));
}

/// +0.3 s; from a minute on in minutes.
QString clockText(qint64 aheadMs)
{
    constexpr qint64 minuteMs = 60'000;
    const QChar sign = aheadMs < 0 ? u'−' : u'+';
    const qint64 size = std::abs(aheadMs);
    return size < minuteMs ? QString(sign + QLocale().toString(double(size) / 1000, 'f', 1) + QStringLiteral(" s"))
                           : QString(sign + QLocale().toString(size / minuteMs) + QStringLiteral(" min"));
}

} // namespace

QString syncSentence(const SyncStatus& status)
{
    const auto say = [](const char* words) { return QCoreApplication::translate("SyncWords", words); };
    if (!status.isDesk)
        return say(QT_TRANSLATE_NOOP("SyncWords", "works without a server"));
    QStringList parts;
    if (status.needsPassphrase)
        parts << say(QT_TRANSLATE_NOOP("SyncWords", "locked: the passphrase of this desk is needed"));
    else if (status.needsSignIn)
        parts << say(QT_TRANSLATE_NOOP("SyncWords", "signed out: sign in on the Sync screen"));
    else if (!status.isRunning)
        parts << say(QT_TRANSLATE_NOOP("SyncWords", "sync does not run"));
    else if (!status.trouble.isEmpty())
        parts << (status.upToDateAt ? say(QT_TRANSLATE_NOOP("SyncWords", "no connection; synced %1")).arg(timeText(*status.upToDateAt))
                                    : say(QT_TRANSLATE_NOOP("SyncWords", "no connection")));
    else if (status.isTakingAnew)
        parts << say(QT_TRANSLATE_NOOP("SyncWords", "fetching everything from the server"));
    else if (status.open() == 0 && status.upToDateAt && status.provenAt == status.upToDateAt)
        parts << say(QT_TRANSLATE_NOOP("SyncWords", "identical with the server at %1 (proven)")).arg(timeText(*status.provenAt));
    else if (status.open() == 0 && status.upToDateAt)
        parts << say(QT_TRANSLATE_NOOP("SyncWords", "synced %1")).arg(timeText(*status.upToDateAt));
    else if (!status.upToDateAt)
        parts << say(QT_TRANSLATE_NOOP("SyncWords", "connecting to the server"));
    if (status.open() > 0)
        parts << counted(QT_TRANSLATE_NOOP("SyncWords", "%1 change waiting"), QT_TRANSLATE_NOOP("SyncWords", "%1 changes waiting"), status.open());
    if (status.clockAheadMs)
        parts << say(QT_TRANSLATE_NOOP("SyncWords", "clock %1")).arg(clockText(*status.clockAheadMs));
    return parts.join(QStringLiteral("  ·  "));
}

QString meetingSentence(const MeetingStatus& meeting)
{
    const auto say = [](const char* words) { return QCoreApplication::translate("SyncWords", words); };
    if (meeting.part == MeetingStatus::Part::None)
        return {};
    if (!meeting.isMet)
        return say(QT_TRANSLATE_NOOP("SyncWords", "the meeting point does not answer"));
    if (meeting.desks.isEmpty())
        return say(QT_TRANSLATE_NOOP("SyncWords", "waiting for desks to meet here"));
    return counted(QT_TRANSLATE_NOOP("SyncWords", "meeting %1 desk here"), QT_TRANSLATE_NOOP("SyncWords", "meeting %1 desks here"), meeting.desks.size());
}

QString syncDecisions(const SyncStatus& status)
{
    const qint64 open = status.rejected + status.conflicts;
    return open == 0 ? QString() : counted(QT_TRANSLATE_NOOP("SyncWords", "%1 needs a decision"), QT_TRANSLATE_NOOP("SyncWords", "%1 need a decision"), open);
}

QString commandWords(const QString& command)
{
    QByteArray id("did.");
    for (const QChar letter : command) {
        if (letter.isUpper() && !id.endsWith('.'))
            id += '_';
        id += char(letter.toLower().toLatin1());
    }
    return inWords({id, {}});
}

QString roleWords(domain::Role role)
{
    return inWords(domain::messageFor("role.", role));
}

} // namespace encore::ui
