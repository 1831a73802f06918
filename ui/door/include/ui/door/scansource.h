// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/message.h"

#include <QObject>
#include <QString>

namespace encore::ui
{

/// A code that came in, as it was read: cleaning and judging it is not the business of a source.
struct ScanEvent {
    QString text;
    QString origin; ///< "camera", "keyboard", "serial" or "picture"
    QString detail; ///< which camera, port or file it came from, for people; may be empty
    int number = 0; ///< which code of a still picture, counted from 0
    int count = 1; ///< how many codes that picture had
};

/// Something that hands over read codes. Lives in the window's thread and never blocks it.
class ScanSource : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// What a person calls it, in the language that is on now.
    [[nodiscard]] virtual QString label() const = 0;
    /// Between start() and stop(), or until a video file has ended.
    [[nodiscard]] virtual bool isActive() const = 0;
    /// Whether codes can come in right now: active, and the device is there and answers.
    [[nodiscard]] virtual bool isReady() const { return isActive(); }
    virtual void start() = 0;
    virtual void stop() = 0;

Q_SIGNALS:
    void scanned(const encore::ui::ScanEvent& event);
    /// Told once for each fault, not again for each vain retry.
    void failed(const encore::domain::Message& message);
    /// isActive(), isReady() or what it can do has changed.
    void stateChanged();
};

} // namespace encore::ui

Q_DECLARE_METATYPE(encore::ui::ScanEvent)
