// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/wedgeengine.h"

#include <algorithm>

namespace encore::ui
{

namespace
{

bool isModifier(int key)
{
    switch (key) {
    case Qt::Key_Shift:
    case Qt::Key_Control:
    case Qt::Key_Alt:
    case Qt::Key_AltGr:
    case Qt::Key_Meta:
    case Qt::Key_CapsLock:
    case Qt::Key_NumLock:
        return true;
    default:
        return false;
    }
}

bool isTerminator(const WedgeKey& key)
{
    return key.key == Qt::Key_Return || key.key == Qt::Key_Enter || key.key == Qt::Key_Tab
        || key.key == Qt::Key_Backtab;
}

// Shift types capitals, the keypad and AltGr (group switch) type characters; Control, Alt and Meta make shortcuts.
bool typesCharacter(const WedgeKey& key)
{
    if (key.modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))
        return false;
    if (isTerminator(key) || isModifier(key.key))
        return false;
    if (!key.text.isEmpty() && key.text.at(0).isPrint())
        return true;
    // A dead key types nothing by itself, but belongs to the burst.
    return key.key >= Qt::Key_Dead_Grave && key.key <= Qt::Key_Dead_Longsolidusoverlay
        && !usCharacter(key.scanCode, false).isNull();
}

// The Qt key of a press and its release differ when Shift goes up in between; the scan code does not.
quint64 identity(const WedgeKey& key)
{
    return key.scanCode != 0 ? key.scanCode : (quint64(1) << 32) + quint64(quint32(key.key));
}

} // namespace

WedgeEngine::Decision WedgeEngine::handle(const WedgeKey& key)
{
    if (key.isAutoRepeat) {
        // A scanner lets go of each key: repeating means that a person holds it down.
        if (m_swallowed.contains(identity(key)))
            return {Held::Keep, {}, Now::Discard};
        Decision decision = finish();
        if (decision.held == Held::Discard && m_swallowed.contains(identity(key)))
            decision.now = Now::Discard;
        return decision;
    }
    return key.isPress ? press(key) : release(key);
}

WedgeEngine::Decision WedgeEngine::press(const WedgeKey& key)
{
    m_swallowed.remove(identity(key));
    if (isModifier(key.key))
        return {Held::Keep, {}, m_characters.empty() ? Now::Deliver : Now::Hold};
    if (typesCharacter(key))
        return character(key);
    if (isTerminator(key) && !(key.modifiers & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier)))
        return terminator(key);
    return finish();
}

WedgeEngine::Decision WedgeEngine::release(const WedgeKey& key)
{
    if (m_swallowed.remove(identity(key)))
        return {Held::Keep, {}, Now::Discard};
    if (m_characters.empty())
        return {};
    m_heldDown.remove(identity(key));
    return {Held::Keep, {}, Now::Hold};
}

WedgeEngine::Decision WedgeEngine::character(const WedgeKey& key)
{
    Decision decision;
    if (!m_characters.empty()) {
        const bool tooSlow = key.at - m_lastCharacterAt > longestGapMs;
        // Quick fingers: let go of what is there, so that the text never lags more than a few keys behind.
        const bool quickFingers = m_characters.size() >= leastCharacters && medianGap() > medianGapMs;
        if (tooSlow || quickFingers)
            decision = finish();
    }
    const bool shift = key.modifiers.testFlag(Qt::ShiftModifier);
    if (qsizetype(m_characters.size()) < longestCode)
        m_characters.push_back({key.at, key.text, usCharacter(key.scanCode, shift)});
    m_lastCharacterAt = key.at;
    m_heldDown.insert(identity(key));
    m_terminated.reset();
    decision.now = Now::Hold;
    return decision;
}

WedgeEngine::Decision WedgeEngine::terminator(const WedgeKey& key)
{
    if (m_characters.empty()) {
        if (!m_terminated || key.at - *m_terminated > longestGapMs)
            return {};
        m_terminated = key.at;
        m_swallowed.insert(identity(key));
        return {Held::Keep, {}, Now::Discard};
    }
    const bool belongs = key.at - m_lastCharacterAt <= pauseMs;
    Decision decision = finish();
    if (decision.held == Held::Discard && belongs) {
        m_terminated = key.at;
        m_swallowed.insert(identity(key));
        decision.now = Now::Discard;
    }
    return decision;
}

WedgeEngine::Decision WedgeEngine::finish()
{
    if (m_characters.empty())
        return {};
    Decision decision{Held::Deliver, {}, Now::Deliver};
    if (isBurst()) {
        decision.held = Held::Discard;
        decision.code = unlessDoubled(text());
        m_swallowed.unite(m_heldDown);
    }
    m_characters.clear();
    m_heldDown.clear();
    return decision;
}

std::optional<int> WedgeEngine::pauseDueMs() const
{
    if (m_characters.empty())
        return {};
    return isBurst() ? pauseMs : longestGapMs;
}

WedgeEngine::Decision WedgeEngine::pause()
{
    return finish();
}

WedgeEngine::Decision WedgeEngine::reset()
{
    const bool holds = !m_characters.empty();
    m_characters.clear();
    m_heldDown.clear();
    m_swallowed.clear();
    m_terminated.reset();
    m_lastCode.clear();
    return {holds ? Held::Deliver : Held::Keep, {}, Now::Deliver};
}

bool WedgeEngine::claims(const WedgeKey& key) const
{
    return typesCharacter(key) || (isTerminator(key) && isBurst());
}

bool WedgeEngine::isBurst() const
{
    return m_characters.size() >= leastCharacters && medianGap() <= medianGapMs;
}

// Gaps of more than longestGapMs never get in here: they end the run.
qint64 WedgeEngine::medianGap() const
{
    std::vector<qint64> gaps;
    gaps.reserve(m_characters.size());
    for (std::size_t index = 1; index < m_characters.size(); ++index)
        gaps.push_back(m_characters[index].at - m_characters[index - 1].at);
    if (gaps.empty())
        return longestGapMs;
    const auto middle = gaps.begin() + std::ptrdiff_t(gaps.size() / 2);
    std::nth_element(gaps.begin(), middle, gaps.end());
    return *middle;
}

QString WedgeEngine::text()
{
    QString typed;
    QString byScanCode;
    for (const Character& character : m_characters) {
        typed += character.typed;
        byScanCode += character.byScanCode;
    }
    const bool everyKeyKnown = std::none_of(m_characters.cbegin(), m_characters.cend(),
        [](const Character& character) { return character.byScanCode.isNull(); });
    return m_layout.choose(typed, everyKeyKnown ? byScanCode : QString());
}

// Measured from the end of one to the start of the next, as a long code takes longer than the window.
std::optional<QString> WedgeEngine::unlessDoubled(const QString& code)
{
    const bool doubled = code == m_lastCode && m_characters.front().at - m_lastCodeAt <= doubledMs;
    m_lastCode = code;
    m_lastCodeAt = m_lastCharacterAt;
    return doubled ? std::nullopt : std::optional(code);
}

} // namespace encore::ui
