// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/adopt.h"

#include "domain/random.h"
#include "wire.h"

#include <QCryptographicHash>
#include <QFile>

namespace encore::sync
{

namespace
{

struct HouseRead {
    bool isEmpty = false;
    QString workspaceId;
    QString hash;
};
struct PiecesSent {
    std::vector<QString> pieces;
    QString sha256;
};

} // namespace

} // namespace encore::sync

namespace encore::commands
{

template<>
struct Descriptor<sync::HouseRead> {
    static auto fields()
    {
        using H = sync::HouseRead;
        return std::tuple(field("is_empty", &H::isEmpty, ""), field("workspace_id", &H::workspaceId, ""), field("hash", &H::hash, ""));
    }
};
template<>
struct Descriptor<sync::PiecesSent> {
    static auto fields() { return std::tuple(field("pieces", &sync::PiecesSent::pieces, ""), field("sha256", &sync::PiecesSent::sha256, "")); }
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

constexpr qint64 pieceBytes = 4'000'000;
constexpr int takeOverMs = 60 * 60'000; // proving and copying a large house takes a while

struct Adoption {
    Transport& transport;
    QByteArray token;
    Adopted adopted;
    std::function<void(qint64, qint64)> progress;
    std::function<void(const Status&)> answer;
    QFile file{adopted.copy};
    QCryptographicHash hash{QCryptographicHash::Sha256};
    PiecesSent sent = {};
};
using Ongoing = std::shared_ptr<Adoption>;

void askToTakeOver(const Ongoing& all)
{
    all->sent.sha256 = QString::fromLatin1(all->hash.result().toHex());
    Request request;
    request.method = "POST";
    request.path = "/api/v1/adoption";
    request.body = commands::encodeText(all->sent);
    request.token = all->token;
    request.timeoutMs = takeOverMs;
    all->transport.send(request, [all](const Response& response) {
        const Result<HouseRead> house = bodyOf<HouseRead>(response);
        all->answer(house ? domain::done() : Status(house.error()));
    });
}

void sendPieces(const Ongoing& all)
{
    all->progress(all->file.pos(), all->file.size());
    const QByteArray piece = all->file.read(pieceBytes);
    if (piece.isEmpty() && !all->file.atEnd())
        return all->answer(error(ErrorCode::Unavailable, message("file.unreadable").with("file", all->file.fileName()).with("reason", all->file.errorString())));
    if (piece.isEmpty())
        return askToTakeOver(all);
    all->hash.addData(piece);
    const QByteArray hash = domain::sha256(piece).toHex();
    all->sent.pieces.push_back(QString::fromLatin1(hash));
    Request request;
    request.method = "PUT";
    request.path = "/api/v1/blobs/" + hash;
    request.body = piece;
    request.type = "application/octet-stream";
    request.token = all->token;
    all->transport.send(request, [all](const Response& response) {
        const Result<Nothing> kept = bodyOf<Nothing>(response);
        if (!kept)
            return all->answer(kept.error());
        sendPieces(all);
    });
}

void begin(const Ongoing& all, const HouseRead& house)
{
    const bool isOurs = house.workspaceId == all->adopted.workspace.text();
    if (isOurs && house.hash == QString::fromLatin1(all->adopted.head.toHex()))
        return all->answer(domain::done());
    if (!house.isEmpty)
        return all->answer(error(ErrorCode::Refused, message(isOurs ? "adopt.diverged" : "adopt.not_empty")));
    if (!all->file.open(QIODevice::ReadOnly))
        return all->answer(error(ErrorCode::Unavailable, message("file.unreadable").with("file", all->file.fileName()).with("reason", all->file.errorString())));
    sendPieces(all);
}

} // namespace

void adopt(Transport& transport, const QByteArray& token, const Adopted& adopted, std::function<void(qint64, qint64)> progress,
           std::function<void(const Status&)> answer)
{
    const Ongoing all(new Adoption{transport, token, adopted, std::move(progress), std::move(answer)});
    Request request;
    request.path = "/api/v1/adoption?sequence=" + QByteArray::number(adopted.logSequence);
    request.token = token;
    transport.send(request, [all](const Response& response) {
        const Result<HouseRead> house = bodyOf<HouseRead>(response);
        if (!house)
            return all->answer(house.error());
        begin(all, *house);
    });
}

} // namespace encore::sync
