// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/demopeople.h"

#include <array>

namespace encore::commands
{
namespace
{

struct Syllable {
    const char* hangul;
    const char* latin;
};

constexpr std::array<Syllable, 20> familyNames{{{"김", "kim"},   {"이", "lee"},  {"박", "park"}, {"최", "choi"}, {"정", "jung"},
                                                {"강", "kang"},  {"조", "cho"},  {"윤", "yoon"}, {"장", "jang"}, {"임", "lim"},
                                                {"한", "han"},   {"오", "oh"},   {"서", "seo"},  {"신", "shin"}, {"권", "kwon"},
                                                {"황", "hwang"}, {"안", "ahn"},  {"송", "song"}, {"류", "ryu"},  {"홍", "hong"}}};
constexpr std::array<Syllable, 16> firstSyllables{{{"서", "seo"},  {"민", "min"},  {"지", "ji"},    {"하", "ha"},
                                                   {"예", "ye"},   {"도", "do"},   {"은", "eun"},   {"현", "hyun"},
                                                   {"수", "su"},   {"윤", "yun"},  {"주", "ju"},    {"채", "chae"},
                                                   {"태", "tae"},  {"승", "seung"}, {"유", "yu"},   {"가", "ga"}}};
constexpr std::array<Syllable, 14> secondSyllables{{{"준", "jun"},  {"연", "yeon"}, {"우", "woo"},  {"아", "a"},    {"원", "won"},
                                                    {"진", "jin"},  {"호", "ho"},   {"영", "young"}, {"빈", "bin"}, {"희", "hee"},
                                                    {"율", "yul"},  {"린", "rin"},  {"훈", "hoon"}, {"경", "kyung"}}};
constexpr std::array<const char*, 20> givenNames{{"Anna", "Ben", "Chloé", "David", "Elena", "Finn", "Grace", "Hugo", "Ingrid", "Jonas",
                                                  "Kaori", "Léa", "Mateo", "Nina", "Omar", "Paula", "Quentin", "Rosa", "Søren", "Tess"}};
constexpr std::array<const char*, 20> surnames{{"Almeida", "Bauer", "Carter", "Dubois", "Eriksen", "Fischer", "García", "Hughes", "Ito",
                                                "Jensen", "Kowalski", "Lindgren", "Müller", "Novák", "O’Brien", "Petrov", "Rossi", "Smith",
                                                "Tanaka", "Weber"}};

template<class List>
const auto& pick(const List& list, DemoChance& chance)
{
    return list[size_t(chance.below(int(list.size())))];
}

} // namespace

DemoPerson makePerson(DemoChance& chance, qint64 number)
{
    DemoPerson person;
    if (chance.below(3) < 2) {
        const Syllable& family = pick(familyNames, chance);
        const Syllable& first = pick(firstSyllables, chance);
        const Syllable& second = pick(secondSyllables, chance);
        person.name = QString::fromUtf8(family.hangul) + QString::fromUtf8(first.hangul) + QString::fromUtf8(second.hangul);
        person.email = QLatin1String(first.latin) + QLatin1String(second.latin) + u'.' + QLatin1String(family.latin);
    } else {
        person.name = QString::fromUtf8(pick(givenNames, chance)) + u' ' + QString::fromUtf8(pick(surnames, chance));
        person.email = QStringLiteral("guest");
    }
    person.email += QString::number(number) + QStringLiteral("@example.org");
    return person;
}

} // namespace encore::commands
