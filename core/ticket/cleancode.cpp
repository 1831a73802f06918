// SPDX-License-Identifier: GPL-3.0-or-later
#include "ticket/ticketcode.h"

#include <array>

namespace encore::ticket
{
namespace
{
// Some scanners send the character set as text in front of the code (AIM ECI): Latin-1 by its old and new number, UTF-8,
// ASCII.
constexpr std::array<QStringView, 4> characterSets = {u"\\000001", u"\\000003", u"\\000026", u"\\000027"};

/// AIM symbology identifiers (ISO/IEC 15424): "]", a letter for the symbology, a modifier. Only those that exist,
/// because an imported secret may begin with anything.
struct Symbology {
    char16_t letter;
    QStringView modifiers;
};
constexpr std::array<Symbology, 17> symbologies = {{
    {u'A', u"0134578"}, // Code 39
    {u'C', u"0124"}, // Code 128
    {u'E', u"01234"}, // EAN, UPC
    {u'F', u"0124"}, // Codabar
    {u'G', u"0123456789"}, // Code 93
    {u'H', u"0139"}, // Code 11
    {u'I', u"013"}, // Interleaved 2 of 5
    {u'L', u"012345"}, // PDF417
    {u'M', u"0189"}, // MSI
    {u'Q', u"0123456"}, // QR Code
    {u'S', u"0123"}, // Industrial 2 of 5
    {u'U', u"0123"}, // MaxiCode
    {u'X', u"0123456789"}, // others, as the scanner's maker chooses
    {u'd', u"0123456"}, // Data Matrix
    {u'e', u"0123"}, // GS1 DataBar
    {u'h', u"0123"}, // Han Xin
    {u'z', u"0123456789ABC"}, // Aztec
}};

bool beginsWithSymbology(QStringView text)
{
    if (text.size() < 3 || text.at(0) != u']')
        return false;
    for (const Symbology& symbology : symbologies) {
        if (text.at(1) == symbology.letter)
            return symbology.modifiers.contains(text.at(2));
    }
    return false;
}

bool isControl(QChar character)
{
    return character.category() == QChar::Other_Control;
}

bool chopStart(QStringView& text)
{
    qsizetype length = 0;
    while (length < text.size() && isControl(text.at(length)))
        ++length;
    for (const QStringView characterSet : characterSets) {
        if (length == 0 && text.startsWith(characterSet))
            length = characterSet.size();
    }
    if (length == 0 && beginsWithSymbology(text))
        length = 3;
    text = text.mid(length);
    return length > 0;
}

bool chopEnd(QStringView& text)
{
    qsizetype length = 0;
    while (length < text.size() && isControl(text.at(text.size() - 1 - length)))
        ++length;
    for (const QStringView characterSet : characterSets) {
        if (length == 0 && text.endsWith(characterSet))
            length = characterSet.size();
    }
    text.chop(length);
    return length > 0;
}

} // namespace

QString cleanCode(const QString& raw)
{
    // Nobody looks at a text that long, so that it is not worth a copy either.
    if (raw.size() > maxCodeLength)
        return raw;
    QStringView text = raw;
    while (chopStart(text) || chopEnd(text)) { }
    return text.size() == raw.size() ? raw : text.toString();
}

} // namespace encore::ticket
