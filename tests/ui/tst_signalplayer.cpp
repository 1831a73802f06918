// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/door/signalplayer.h"

#include <QFile>
#include <QTest>
#include <QtEndian>

using namespace encore;
using door::Signal;
using ui::SignalPlayer;

namespace
{

const QStringList names = {QStringLiteral("go"), QStringLiteral("ask"), QStringLiteral("helpdesk"),
    QStringLiteral("stop"), QStringLiteral("already")};

QByteArray wav(const QString& name)
{
    QFile file(QLatin1String(":/encore/sounds/") + name + QLatin1String(".wav"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Where it sounds and where it rests, in tenths of the time of one beat of 30 ms: what is left when pitch is not
/// heard.
QString rhythm(const QByteArray& file)
{
    constexpr int beat = 44100 * 30 / 1000;
    const qsizetype count = (file.size() - 44) / 2;
    QString result;
    for (qsizetype start = 0; start + beat <= count; start += beat) {
        int loudest = 0;
        for (qsizetype index = start + beat / 3; index < start + 2 * beat / 3; ++index)
            loudest = qMax(loudest, qAbs(int(qFromLittleEndian<qint16>(file.constData() + 44 + 2 * index))));
        result += loudest > 1000 ? QLatin1Char('#') : QLatin1Char('.');
    }
    return result;
}

} // namespace

class tst_SignalPlayer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soundsAreShort_data();
    void soundsAreShort();
    void soundsDifferByRhythm();
    void playsWithoutHarm();
    void volume();
    void speech();
};

void tst_SignalPlayer::soundsAreShort_data()
{
    QTest::addColumn<QString>("name");
    for (const QString& name : names)
        QTest::newRow(qPrintable(name)) << name;
}

void tst_SignalPlayer::soundsAreShort()
{
    QFETCH(QString, name);
    const QByteArray file = wav(name);
    QVERIFY(file.startsWith("RIFF"));
    QCOMPARE(file.mid(8, 8), QByteArray("WAVEfmt "));
    QCOMPARE(int(qFromLittleEndian<quint16>(file.constData() + 20)), 1); // PCM
    QCOMPARE(int(qFromLittleEndian<quint16>(file.constData() + 22)), 1); // mono
    QCOMPARE(int(qFromLittleEndian<quint32>(file.constData() + 24)), 44100);
    QCOMPARE(int(qFromLittleEndian<quint16>(file.constData() + 34)), 16);
    QVERIFY((file.size() - 44) / 2 <= 44100 * 400 / 1000);
    QVERIFY(rhythm(file).contains(QLatin1Char('#')));
}

void tst_SignalPlayer::soundsDifferByRhythm()
{
    for (const QString& left : names) {
        for (const QString& right : names) {
            if (left >= right)
                continue;
            const QString leftRhythm = rhythm(wav(left));
            const QString rightRhythm = rhythm(wav(right));
            int differences = int(qAbs(leftRhythm.size() - rightRhythm.size()));
            for (qsizetype beat = 0; beat < qMin(leftRhythm.size(), rightRhythm.size()); ++beat)
                differences += leftRhythm.at(beat) != rightRhythm.at(beat) ? 1 : 0;
            const QString both
                = left + QLatin1Char(' ') + leftRhythm + QLatin1String(" / ") + right + QLatin1Char(' ') + rightRhythm;
            QVERIFY2(differences >= 2, qPrintable(both));
        }
    }
}

void tst_SignalPlayer::playsWithoutHarm()
{
    SignalPlayer player;
    for (const Signal signal : {Signal::Go, Signal::Ask, Signal::HelpDesk, Signal::Stop, Signal::Already})
        player.play(signal);
    player.setMuted(true);
    QVERIFY(player.isMuted());
    player.play(Signal::Stop);
    QCoreApplication::processEvents();
}

void tst_SignalPlayer::volume()
{
    SignalPlayer player;
    player.setVolume(55);
    QCOMPARE(player.volume(), 55);
    player.setVolume(-3);
    QCOMPARE(player.volume(), 0);
    player.setVolume(1000);
    QCOMPARE(player.volume(), 100);
}

void tst_SignalPlayer::speech()
{
    SignalPlayer player;
    QVERIFY(!player.isSpeechEnabled());
    player.speak(QStringLiteral("Go"));
    player.setSpeechEnabled(true);
    QVERIFY(player.isSpeechEnabled());
    // A language for which there is no voice is not read out in another one.
    player.setSpeechLocale(QLocale(QLocale::Abkhazian));
    QVERIFY(!player.speechAvailable());
    player.speak(QStringLiteral("Go"));
    player.setSpeechLocale(QLocale(QLocale::English));
    if (player.speechAvailable())
        player.speak(QStringLiteral("Go"));
    player.setMuted(true);
    player.setSpeechEnabled(false);
}

QTEST_MAIN(tst_SignalPlayer)
#include "tst_signalplayer.moc"
