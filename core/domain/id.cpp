// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/id.h"

#include <algorithm>

namespace encore::domain
{

std::optional<QUuid> uuidFromText(const QString& text)
{
    const auto digits = [](QStringView part, bool lowerOnly) {
        return std::all_of(part.begin(), part.end(), [lowerOnly](QChar c) {
            return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (!lowerOnly && c >= u'A' && c <= u'F');
        });
    };
    if (text.size() == 32 && digits(text, true))
        return QUuid::fromRfc4122(QByteArray::fromHex(text.toLatin1()));
    if (text.size() == 36 && text.at(8) == u'-' && text.at(13) == u'-' && text.at(18) == u'-' && text.at(23) == u'-') {
        const QString plain = QString(text).remove(u'-');
        if (plain.size() == 32 && digits(plain, false))
            return QUuid::fromRfc4122(QByteArray::fromHex(plain.toLatin1()));
    }
    return std::nullopt;
}

QUuid uuidForExternal(WorkspaceId workspace, const char* kind, const QString& text)
{
    if (const auto uuid = uuidFromText(text))
        return *uuid;
    return QUuid::createUuidV5(workspace.uuid(), QByteArray(kind) + ':' + text.toUtf8());
}

} // namespace encore::domain
