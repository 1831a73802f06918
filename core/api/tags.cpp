// SPDX-License-Identifier: GPL-3.0-or-later
#include "tags.h"

#include "domain/random.h"

#include <algorithm>

namespace encore::api
{

namespace
{

QList<QByteArray> tagsIn(const QByteArray& list)
{
    QList<QByteArray> tags;
    for (const QByteArray& tag : list.split(',')) // none of ours has a comma
        tags << tag.trimmed();
    return tags;
}

} // namespace

QByteArray tagOf(const QByteArray& told, std::optional<qint64> version)
{
    constexpr qsizetype digits = 32;
    const QByteArray hash = domain::sha256(told).toHex().left(digits);
    return '"' + (version ? QByteArray::number(*version) + '-' : QByteArray()) + hash + '"';
}

HttpAnswer tagged(HttpAnswer answer, const QByteArray& tag)
{
    std::erase_if(answer.headers, [](const auto& header) { return header.first == "Cache-Control"; });
    answer.headers.emplace_back("ETag", tag);
    answer.headers.emplace_back("Cache-Control", "private, no-cache");
    return answer;
}

HttpAnswer unlessKnown(const HttpRequest& request, HttpAnswer answer)
{
    const QByteArray known = request.header("if-none-match");
    const auto tag = std::find_if(answer.headers.begin(), answer.headers.end(), [](const auto& header) { return header.first == "ETag"; });
    if (known.isEmpty() || answer.status != 200 || tag == answer.headers.end())
        return answer;
    const QByteArray weak = "W/" + tag->second; // a proxy that packs answers makes them so
    const QList<QByteArray> tags = tagsIn(known);
    const bool isKnown = std::any_of(tags.begin(), tags.end(), [&](const QByteArray& one) {
        return one == "*" || one == tag->second || one == weak;
    });
    if (isKnown) {
        answer.status = 304;
        answer.body.clear();
    }
    return answer;
}

bool Expected::holds(std::optional<qint64> version) const
{
    return version && (isAny || std::find(versions.begin(), versions.end(), *version) != versions.end());
}

std::optional<Expected> expectedBy(const HttpRequest& request)
{
    const QByteArray match = request.header("if-match");
    if (match.isEmpty())
        return std::nullopt;
    Expected expected;
    for (const QByteArray& tag : tagsIn(match)) {
        expected.isAny = expected.isAny || tag == "*";
        const qsizetype dash = tag.indexOf('-');
        bool isNumber = false;
        const qint64 version = tag.startsWith('"') && dash > 0 ? tag.mid(1, dash - 1).toLongLong(&isNumber) : 0; // a weak one never matches
        if (isNumber)
            expected.versions.push_back(version);
    }
    return expected;
}

} // namespace encore::api
