// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/wedgelayout.h"

#include <QSet>
#include <QString>

#include <deque>
#include <optional>
#include <vector>

namespace encore::ui
{

/// A key event without its widgets.
struct WedgeKey {
    qint64 at = 0; ///< milliseconds of a clock that never goes back
    int key = 0; ///< Qt::Key
    Qt::KeyboardModifiers modifiers;
    quint32 scanCode = 0; ///< evdev; 0 where unknown
    QString text;
    bool isPress = true;
    bool isAutoRepeat = false;
};

/// Tells a scanner's bursts from a person's typing, by timing. Pure: it keeps no events, it only says what becomes of
/// them.
///
/// A burst has at least 6 characters, gaps of at most 60 ms, at most 35 ms in the median. It ends with Enter or Tab,
/// with another key, or by a pause of 80 ms. Invariant: every key event is answered for exactly once – delivered or
/// discarded – and those that are delivered keep their order.
class WedgeEngine
{
public:
    enum class Held { Keep, Deliver, Discard };
    enum class Now { Deliver, Hold, Discard };

    /// In this order: what becomes of the events held so far, the code that was completed, what becomes of this event.
    struct Decision {
        Held held = Held::Keep;
        std::optional<QString> code;
        Now now = Now::Deliver;
    };

    static constexpr int leastCharacters = 6;
    static constexpr int longestGapMs = 60;
    static constexpr int medianGapMs = 35;
    static constexpr int pauseMs = 80;
    static constexpr int doubledMs = 500;
    static constexpr qsizetype longestCode = 8192; ///< more than any QR code holds; what is longer is cut

    [[nodiscard]] Decision handle(const WedgeKey& key);

    /// How long after the last key without another one pause() is due; none while nothing is held.
    [[nodiscard]] std::optional<int> pauseDueMs() const;
    [[nodiscard]] Decision pause();

    /// Forgets everything; what is held is to be delivered.
    [[nodiscard]] Decision reset();

    /// Whether a shortcut of this key must wait, because the key may belong to a burst.
    [[nodiscard]] bool claims(const WedgeKey& key) const;

private:
    struct Character {
        qint64 at;
        QString typed;
        QChar byScanCode;
    };

    [[nodiscard]] Decision press(const WedgeKey& key);
    [[nodiscard]] Decision release(const WedgeKey& key);
    [[nodiscard]] Decision character(const WedgeKey& key);
    [[nodiscard]] Decision terminator(const WedgeKey& key);
    [[nodiscard]] Decision finish(); // of what is held: a code, or typing
    [[nodiscard]] bool isBurst() const;
    [[nodiscard]] qint64 medianGap() const;
    [[nodiscard]] QString text();
    [[nodiscard]] std::optional<QString> unlessDoubled(const QString& code);

    std::vector<Character> m_characters;
    QSet<quint64> m_heldDown; // presses that are held: their releases wait with them
    QSet<quint64> m_swallowed; // presses that were discarded: their releases go the same way
    LayoutRepair m_layout;
    std::optional<qint64> m_terminated; // when a code was ended by Enter or Tab: CR is often followed by LF
    QString m_lastCode;
    qint64 m_lastCodeAt = 0;
    qint64 m_lastCharacterAt = 0;
};

} // namespace encore::ui
