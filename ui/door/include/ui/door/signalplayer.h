// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "door/verdict.h"

#include <QLocale>
#include <QObject>

#include <memory>

namespace encore::ui
{

/// The five sounds of the door, told apart by rhythm as well as by pitch, and speech where the system has it.
/// Without an audio device it stays silent and does no harm.
class SignalPlayer final : public QObject
{
    Q_OBJECT

public:
    explicit SignalPlayer(QObject* parent = nullptr);
    ~SignalPlayer() override;

    void play(door::Signal signal);
    /// Mutes sounds and speech.
    void setMuted(bool muted);
    [[nodiscard]] bool isMuted() const;
    /// 0 to 100, as the ear takes it (not linear in amplitude).
    void setVolume(int percent);
    [[nodiscard]] int volume() const;

    /// Says it aloud if speech is enabled and available; what is being said is cut off.
    void speak(const QString& text);
    void setSpeechEnabled(bool enabled);
    [[nodiscard]] bool isSpeechEnabled() const;
    [[nodiscard]] bool speechAvailable() const;
    /// The language of the texts for speak(); the nearest voice is taken.
    void setSpeechLocale(const QLocale& locale);

private:
    class Private;
    std::unique_ptr<Private> m_private;
};

} // namespace encore::ui
