// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/sealedfile.h"

#include "store/sealing.h"
#include "sync/salvage.h"
#include "wire.h"

#include <algorithm>

namespace encore::sync
{

namespace
{

struct SealedBox {
    qint64 commands = 0;
    QString box; ///< base64
};

struct SealedFile {
    QString format;
    std::vector<SealedBox> boxes;
};

struct BoxSent {
    QString box;
};
struct SavedRead {
    commands::RawJson saved;
};

} // namespace

} // namespace encore::sync

namespace encore::commands
{

template<>
struct Descriptor<sync::SealedBox> {
    static auto fields() { return std::tuple(field("commands", &sync::SealedBox::commands, ""), field("box", &sync::SealedBox::box, "")); }
};
template<>
struct Descriptor<sync::SealedFile> {
    static auto fields() { return std::tuple(field("format", &sync::SealedFile::format, ""), field("boxes", &sync::SealedFile::boxes, "")); }
};
template<>
struct Descriptor<sync::BoxSent> {
    static auto fields() { return std::tuple(field("box", &sync::BoxSent::box, "")); }
};
template<>
struct Descriptor<sync::SavedRead> {
    static auto fields() { return std::tuple(field("saved", &sync::SavedRead::saved, "")); }
};

} // namespace encore::commands

namespace encore::sync
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

namespace
{

constexpr const char* formatName = "encore-sealed/1";
constexpr size_t mostCommands = 500; ///< of one box, and
constexpr qsizetype mostBytes = 2'000'000; ///< of their arguments: each travels to the house as one request

Result<SealedFile> read(const QByteArray& text)
{
    const auto json = commands::parseJson(text);
    if (!json)
        return json.error();
    auto file = commands::decode<SealedFile>(*json, {});
    if (file && file->format != QLatin1StringView(formatName))
        return error(ErrorCode::Invalid, message("sync.no_salvage"));
    return file;
}

/// Opens one box after the other.
struct Unsealing {
    Transport& transport;
    QByteArray token;
    std::vector<QByteArray> boxes;
    std::vector<QByteArray> saved;
    std::function<void(const Result<QByteArray>&)> answer;
};

void openNext(const std::shared_ptr<Unsealing>& all)
{
    if (all->saved.size() == all->boxes.size())
        return all->answer(joined(all->saved));
    const QString box = QString::fromLatin1(all->boxes[all->saved.size()].toBase64());
    post<BoxSent, SavedRead>(all->transport, "/api/v1/commands/sealed", {box}, all->token, [all](const Result<SavedRead>& read) {
        if (!read)
            return all->answer(read.error());
        all->saved.push_back(read->saved.text);
        openNext(all);
    });
}

} // namespace

Status sealOutbox(store::UnitOfWork& work)
{
    const QString key = store::sealKeyAtDesk(work.reader());
    store::OutboxWriter outbox(work);
    const std::vector<store::OutboxItem> all = outbox.everything();
    if (!store::isSealKey(key) || all.empty())
        return work.status();
    for (auto first = all.begin(); first != all.end();) {
        qsizetype bytes = 0;
        auto end = first;
        while (end != all.end() && size_t(end - first) < mostCommands && bytes < mostBytes)
            bytes += (end++)->arguments.size();
        const std::vector<store::OutboxItem> some(first, end);
        store::addSealed(work, {qint64(some.size()), store::sealed(salvageOf(some), key)});
        first = end;
    }
    outbox.forgetEverything();
    return work.status();
}

QByteArray sealedFile(store::Reader& desk)
{
    SealedFile file;
    file.format = QString::fromLatin1(formatName);
    for (const store::SealedCommands& sealed : store::sealedCommands(desk))
        file.boxes.push_back({sealed.commands, QString::fromLatin1(sealed.box.toBase64())});
    return commands::encodeText(file);
}

bool isSealedFile(const QByteArray& text)
{
    return read(text).ok();
}

Result<std::vector<QByteArray>> boxesOf(const QByteArray& sealedFile)
{
    const Result<SealedFile> file = read(sealedFile);
    if (!file)
        return file.error();
    std::vector<QByteArray> boxes;
    std::transform(file->boxes.begin(), file->boxes.end(), std::back_inserter(boxes),
                   [](const SealedBox& box) { return QByteArray::fromBase64(box.box.toLatin1()); });
    return boxes;
}

void unseal(Transport& transport, const QByteArray& token, const QByteArray& sealedFile, std::function<void(const Result<QByteArray>&)> answer)
{
    Result<std::vector<QByteArray>> boxes = boxesOf(sealedFile);
    if (!boxes)
        return answer(boxes.error());
    openNext(std::make_shared<Unsealing>(Unsealing{transport, token, std::move(boxes).value(), {}, std::move(answer)}));
}

Result<qint64> takeOverUnsealed(const QByteArray& saved, store::UnitOfWork& work)
{
    const auto json = commands::parseJson(saved);
    if (!json)
        return json.error();
    if (const Status taken = takeOver(saved, work); !taken)
        return taken.error();
    work.setDeskValue(QStringLiteral("server_epoch"), {});
    return qint64((*json)["commands"].Size());
}

domain::Message shutOutWords(const store::OutboxCounts& outbox)
{
    if (outbox.sealed > 0)
        return message("sync.revoked_sealed").with("count", outbox.sealed);
    const qint64 open = outbox.waiting + outbox.acknowledged + outbox.rejected + outbox.conflicts;
    return open > 0 ? message("sync.revoked_open").with("count", open) : message("sync.revoked");
}

} // namespace encore::sync
