// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/wedgelayout.h"

#include <algorithm>
#include <array>

namespace encore::ui
{

namespace
{

struct Row {
    quint32 first; // scan code of its leftmost key
    const char16_t* plain;
    const char16_t* shifted;
    qsizetype length;
};

template <std::size_t N> constexpr Row row(quint32 first, const char16_t (&plain)[N], const char16_t (&shifted)[N])
{
    return {first, plain, shifted, qsizetype(N) - 1};
}

constexpr std::array rows = {
    row(2, u"1234567890-=", u"!@#$%^&*()_+"),
    row(16, u"qwertyuiop[]", u"QWERTYUIOP{}"),
    row(30, u"asdfghjkl;'`", u"ASDFGHJKL:\"~"),
    row(43, u"\\zxcvbnm,./", u"|ZXCVBNM<>?"),
    row(55, u"*", u"*"),
    row(57, u" ", u" "),
    row(71, u"789-456+1230.", u"789-456+1230."),
    row(98, u"/", u"/"),
};

// Characters that ticket codes are made of: Base45, Base64 in both alphabets, and what stands in links.
bool isUsual(QChar character)
{
    const char16_t unicode = character.unicode();
    return (unicode >= u'0' && unicode <= u'9') || (unicode >= u'A' && unicode <= u'Z')
        || (unicode >= u'a' && unicode <= u'z') || QStringView(u" $%*+-./:=_").contains(character);
}

qsizetype unusualCharacters(const QString& text)
{
    return std::count_if(text.cbegin(), text.cend(), [](QChar character) { return !isUsual(character); });
}

// Caps Lock turns around what the scanner's Shift makes of every letter.
bool isCaseInverted(const QString& text, const QString& other)
{
    return text.size() == other.size()
        && std::equal(text.cbegin(), text.cend(), other.cbegin(), [](QChar left, QChar right) {
               return left.isLetter() ? left != right && left.toLower() == right.toLower() : left == right;
           });
}

} // namespace

QChar usCharacter(quint32 scanCode, bool shift)
{
    for (const Row& keys : rows) {
        const qsizetype index = qsizetype(scanCode) - qsizetype(keys.first);
        if (index >= 0 && index < keys.length)
            return shift ? keys.shifted[index] : keys.plain[index];
    }
    return {};
}

QString LayoutRepair::choose(const QString& asTyped, const QString& byScanCode)
{
    if (byScanCode.isEmpty() || asTyped == byScanCode)
        return asTyped;
    const QString ours = QStringLiteral("ENC1:");
    const bool typedIsOurs = asTyped.startsWith(ours);
    if (typedIsOurs != byScanCode.startsWith(ours)) {
        m_repairs = !typedIsOurs;
        return typedIsOurs ? asTyped : byScanCode;
    }
    // A key that typed nothing (a dead key) makes the typed text shorter: it cannot be right.
    const qsizetype typedFaults = unusualCharacters(asTyped) + (byScanCode.size() - asTyped.size());
    const qsizetype repairedFaults = unusualCharacters(byScanCode);
    if (typedFaults != repairedFaults)
        m_repairs = repairedFaults < typedFaults;
    else if (isCaseInverted(asTyped, byScanCode))
        return m_repairs.value_or(true) ? byScanCode : asTyped;
    return m_repairs.value_or(false) ? byScanCode : asTyped;
}

} // namespace encore::ui
