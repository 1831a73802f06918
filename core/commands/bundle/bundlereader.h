// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/codec/json.h"

#include <QIODevice>

#include <functional>

namespace encore::commands
{

/// Who takes the parts of a bundle as they are read. An error stops the reading.
class BundleSink
{
public:
    BundleSink() = default;
    virtual ~BundleSink() = default;
    Q_DISABLE_COPY_MOVE(BundleSink)

    /// One element of a list at the top, for example the 12th order. @p path is /orders/12.
    [[nodiscard]] virtual domain::Status element(const QString& member, qsizetype index, const JsonValue& value, const JsonPath& path) = 0;
    /// A member at the top that is no list.
    [[nodiscard]] virtual domain::Status member(const QString& name, const JsonValue& value, const JsonPath& path) = 0;
    /// A list at the top begins; also told of empty ones.
    [[nodiscard]] virtual domain::Status listBegins(const QString& member) = 0;
    /// Asked now and then; false stops.
    [[nodiscard]] virtual bool goOn(qint64 bytesRead) = 0;
};

struct ReadBundle {
    QByteArray sha256;
    qint64 size = 0;
};

/// Reads a JSON object of lists step by step, holding one element at a time. Checks encoding, nesting and duplicate keys.
[[nodiscard]] domain::Result<ReadBundle> readBundle(QIODevice& file, BundleSink& sink);

} // namespace encore::commands
