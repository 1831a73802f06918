// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/door/signalplayer.h"

#include <QAudio>
#include <QAudioDevice>
#include <QMediaDevices>
#include <QSoundEffect>
#include <QUrl>

#ifdef ENCORE_WITH_SPEECH
#include <QTextToSpeech>
#endif

#include <algorithm>
#include <array>

namespace encore::ui
{

namespace
{

constexpr std::array<const char*, 5> soundFiles = {"go", "ask", "helpdesk", "stop", "already"};

std::size_t indexOf(door::Signal signal)
{
    switch (signal) {
    case door::Signal::Go:
        return 0;
    case door::Signal::Ask:
        return 1;
    case door::Signal::HelpDesk:
        return 2;
    case door::Signal::Stop:
        return 3;
    case door::Signal::Already:
        return 4;
    }
    Q_UNREACHABLE();
}

} // namespace

class SignalPlayer::Private
{
public:
    Private();
    [[nodiscard]] double loudness() const;

    // Loaded once and kept, so that a sound starts with the colour and not after it.
    std::array<QSoundEffect, 5> sounds;
    QMediaDevices devices;
    int volume = 80;
    bool muted = false;
    bool speechEnabled = false;
#ifdef ENCORE_WITH_SPEECH
    void makeSpeech();
    void findVoice(const QLocale& wanted);
    std::unique_ptr<QTextToSpeech> speech;
    bool hasVoice = false; // for the language of the texts; none at all is better than Korean read out in English
#endif
};

SignalPlayer::Private::Private()
{
    for (std::size_t index = 0; index < sounds.size(); ++index) {
        sounds[index].setSource(
            QUrl(QLatin1String("qrc:/encore/sounds/") + QLatin1String(soundFiles[index]) + QLatin1String(".wav")));
        sounds[index].setVolume(float(loudness()));
    }
    // Loudspeakers are plugged in late, and out again.
    QObject::connect(&devices, &QMediaDevices::audioOutputsChanged, &devices, [this] {
        for (QSoundEffect& sound : sounds)
            sound.setAudioDevice(QMediaDevices::defaultAudioOutput());
    });
}

double SignalPlayer::Private::loudness() const
{
    return double(
        QAudio::convertVolume(float(volume) / 100.0F, QAudio::LogarithmicVolumeScale, QAudio::LinearVolumeScale));
}

#ifdef ENCORE_WITH_SPEECH

void SignalPlayer::Private::makeSpeech()
{
    if (!speech)
        findVoice(QLocale());
}

// Engines differ in the languages they know: the first one that has a voice is taken.
void SignalPlayer::Private::findVoice(const QLocale& wanted)
{
    hasVoice = false;
    QStringList engines = QTextToSpeech::availableEngines();
    engines.removeAll(QStringLiteral("mock")); // says nothing
    for (const QString& engine : std::as_const(engines)) {
        speech = std::make_unique<QTextToSpeech>(engine);
        const QList<QLocale> known = speech->availableLocales();
        const auto fits = [&wanted](const QLocale& candidate) { return candidate.language() == wanted.language(); };
        const auto found = std::find_if(known.cbegin(), known.cend(), fits);
        hasVoice = found != known.cend();
        if (!hasVoice)
            continue;
        speech->setLocale(*found);
        speech->setVolume(loudness());
        return;
    }
}

#endif

SignalPlayer::SignalPlayer(QObject* parent) : QObject(parent), m_private(std::make_unique<Private>()) { }

SignalPlayer::~SignalPlayer() = default;

void SignalPlayer::play(door::Signal signal)
{
    for (QSoundEffect& sound : m_private->sounds)
        sound.stop();
    if (!m_private->muted)
        m_private->sounds[indexOf(signal)].play();
}

void SignalPlayer::setMuted(bool muted)
{
    m_private->muted = muted;
    if (!muted)
        return;
    for (QSoundEffect& sound : m_private->sounds)
        sound.stop();
#ifdef ENCORE_WITH_SPEECH
    if (m_private->speech)
        m_private->speech->stop();
#endif
}

bool SignalPlayer::isMuted() const
{
    return m_private->muted;
}

void SignalPlayer::setVolume(int percent)
{
    m_private->volume = qBound(0, percent, 100);
    for (QSoundEffect& sound : m_private->sounds)
        sound.setVolume(float(m_private->loudness()));
#ifdef ENCORE_WITH_SPEECH
    if (m_private->speech)
        m_private->speech->setVolume(m_private->loudness());
#endif
}

int SignalPlayer::volume() const
{
    return m_private->volume;
}

void SignalPlayer::setSpeechEnabled(bool enabled)
{
    m_private->speechEnabled = enabled;
#ifdef ENCORE_WITH_SPEECH
    if (enabled)
        m_private->makeSpeech();
    else if (m_private->speech)
        m_private->speech->stop();
#endif
}

bool SignalPlayer::isSpeechEnabled() const
{
    return m_private->speechEnabled;
}

#ifdef ENCORE_WITH_SPEECH

void SignalPlayer::speak(const QString& text)
{
    if (m_private->muted || !m_private->speechEnabled || !speechAvailable())
        return;
    m_private->speech->stop();
    m_private->speech->say(text);
}

bool SignalPlayer::speechAvailable() const
{
    m_private->makeSpeech();
    return m_private->speech && m_private->hasVoice && m_private->speech->state() != QTextToSpeech::Error;
}

void SignalPlayer::setSpeechLocale(const QLocale& locale)
{
    m_private->findVoice(locale);
}

#else

void SignalPlayer::speak(const QString&) { }

bool SignalPlayer::speechAvailable() const
{
    return false;
}

void SignalPlayer::setSpeechLocale(const QLocale&) { }

#endif

} // namespace encore::ui
