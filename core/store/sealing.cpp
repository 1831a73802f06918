// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sealing.h"

#include "sodiumbytes.h"

namespace encore::store
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

namespace
{

const QString secretName = QStringLiteral("seal_secret"); // among the desk's values
const QString publicName = QStringLiteral("seal_key");
const QString houseName = QStringLiteral("house_seal_key");
constexpr qsizetype checkBytes = 8;

QByteArray bytesOf(const QString& text)
{
    return QByteArray::fromBase64(text.toLatin1());
}

QByteArray publicKeyOf(const QString& key)
{
    return bytesOf(key).left(crypto_box_PUBLICKEYBYTES);
}

} // namespace

QString sealKeyOfHouse(Reader& house)
{
    return house.deskValue(publicName);
}

bool isSealKey(const QString& text)
{
    const QByteArray bytes = bytesOf(text);
    return bytes.size() == qsizetype(crypto_box_PUBLICKEYBYTES) + checkBytes
        && domain::sha256(publicKeyOf(text)).left(checkBytes) == bytes.right(checkBytes);
}

void makeSealKey(UnitOfWork& house)
{
    if (!house.reader().deskValue(secretName).isEmpty())
        return;
    readySodium();
    QByteArray publicKey(qsizetype(crypto_box_PUBLICKEYBYTES), '\0');
    QByteArray secretKey(qsizetype(crypto_box_SECRETKEYBYTES), '\0');
    crypto_box_keypair(raw(publicKey), raw(secretKey));
    house.setDeskValue(secretName, QString::fromLatin1(secretKey.toBase64()));
    house.setDeskValue(publicName, QString::fromLatin1(QByteArray(publicKey + domain::sha256(publicKey).left(checkBytes)).toBase64()));
}

QString sealKeyAtDesk(Reader& desk)
{
    return desk.deskValue(houseName);
}

void keepSealKey(UnitOfWork& desk, const QString& key)
{
    if (desk.reader().deskValue(houseName) != key)
        desk.setDeskValue(houseName, key);
}

QByteArray sealed(const QByteArray& text, const QString& key)
{
    Q_ASSERT(isSealKey(key));
    readySodium();
    const QByteArray publicKey = publicKeyOf(key);
    QByteArray box(text.size() + qsizetype(crypto_box_SEALBYTES), '\0');
    crypto_box_seal(raw(box), raw(text), static_cast<unsigned long long>(text.size()), raw(publicKey));
    return box;
}

Result<QByteArray> unsealed(const QByteArray& box, Reader& house)
{
    readySodium();
    const QByteArray publicKey = publicKeyOf(sealKeyOfHouse(house));
    const QByteArray secretKey = bytesOf(house.deskValue(secretName));
    if (const Status status = house.status(); !status)
        return status.error();
    const bool isKey = publicKey.size() == qsizetype(crypto_box_PUBLICKEYBYTES) && secretKey.size() == qsizetype(crypto_box_SECRETKEYBYTES);
    if (!isKey || box.size() < qsizetype(crypto_box_SEALBYTES))
        return error(ErrorCode::Refused, message("sync.other_seal"));
    QByteArray text(box.size() - qsizetype(crypto_box_SEALBYTES), '\0');
    if (crypto_box_seal_open(raw(text), raw(box), static_cast<unsigned long long>(box.size()), raw(publicKey), raw(secretKey)) != 0)
        return error(ErrorCode::Refused, message("sync.other_seal"));
    return text;
}

std::vector<SealedCommands> sealedCommands(Reader& desk)
{
    std::vector<SealedCommands> found;
    Rows rows = desk.database().run("SELECT commands, box FROM sealed_commands ORDER BY number");
    while (rows.next())
        found.push_back({rows.number(0), rows.bytes(1)});
    return found;
}

void addSealed(UnitOfWork& desk, const SealedCommands& sealed)
{
    desk.reader().database().execute("INSERT INTO sealed_commands (commands, box) VALUES (?, ?)", {sealed.commands, sealed.box});
}

Status wipeTraces(Reader& writer)
{
    Database& database = writer.database();
    database.forgetFailure();
    // The words of a search index stay in it until it is merged some day; built anew it has what its table has.
    database.execute("INSERT INTO ticket_search (ticket_search) VALUES ('rebuild')");
    database.execute("INSERT INTO backer_search (backer_search) VALUES ('rebuild')");
    database.execute("INSERT INTO sale_search (sale_search) VALUES ('rebuild')");
    database.execute("VACUUM"); // writes the file anew, without pages that are free and rows that are gone
    Rows rows = database.run("PRAGMA wal_checkpoint(TRUNCATE)");
    const bool isEmpty = rows.next() && rows.number(0) == 0;
    if (const Status status = database.status(); !status)
        return status;
    if (!isEmpty) // somebody reads an older moment of it
        return error(ErrorCode::ReadOnly, message("store.busy").with("file", database.name()).with("reason", QString()));
    return domain::done();
}

} // namespace encore::store
