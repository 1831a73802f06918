// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/secretstore.h"
#include "support/fakes.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace encore;
using domain::ErrorCode;
using store::SealedFileSecretStore;

class tst_SecretStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsSecrets();
    void neverInPlainText();
    void anotherPassphraseOpensNothing();
    void damageIsRefused();
    void passwords();
    void inTheKeychain();
    void theKeychainComesFirst();
    void withoutAKeychain();
};

void tst_SecretStore::keepsSecrets()
{
    const QTemporaryDir folder;
    support::SeededRandom random(7);
    const QString path = folder.filePath(QStringLiteral("keys"));
    SealedFileSecretStore first(path, "열쇠", random);
    QCOMPARE(first.read(QStringLiteral("a")).error().code, ErrorCode::NotFound);
    QVERIFY(first.write(QStringLiteral("a"), QByteArray(32, '\x11')).ok());
    QVERIFY(first.write(QStringLiteral("b"), QByteArray("second")).ok());
    SealedFileSecretStore again(path, "열쇠", random);
    QCOMPARE(*again.read(QStringLiteral("a")), QByteArray(32, '\x11'));
    QCOMPARE(*again.read(QStringLiteral("b")), QByteArray("second"));
    QVERIFY(again.remove(QStringLiteral("a")).ok());
    QCOMPARE(first.read(QStringLiteral("a")).error().code, ErrorCode::NotFound);
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void tst_SecretStore::neverInPlainText()
{
    const QTemporaryDir folder;
    support::SeededRandom random(7);
    const QString path = folder.filePath(QStringLiteral("keys"));
    SealedFileSecretStore secrets(path, "passphrase", random);
    QVERIFY(secrets.write(QStringLiteral("a"), QByteArray("a very secret seed of 32 bytes..")).ok());
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(!bytes.contains("secret seed"));
    QVERIFY(!bytes.contains("passphrase"));
}

void tst_SecretStore::anotherPassphraseOpensNothing()
{
    const QTemporaryDir folder;
    support::SeededRandom random(7);
    const QString path = folder.filePath(QStringLiteral("keys"));
    QVERIFY(SealedFileSecretStore(path, "right", random).write(QStringLiteral("a"), QByteArray("x")).ok());
    const auto read = SealedFileSecretStore(path, "wrong", random).read(QStringLiteral("a"));
    QVERIFY(!read.ok());
    QCOMPARE(read.error().code, ErrorCode::MissingKey);
}

void tst_SecretStore::damageIsRefused()
{
    const QTemporaryDir folder;
    support::SeededRandom random(7);
    const QString path = folder.filePath(QStringLiteral("keys"));
    QVERIFY(SealedFileSecretStore(path, "right", random).write(QStringLiteral("a"), QByteArray("x")).ok());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("not a sealed file");
    file.close();
    SealedFileSecretStore secrets(path, "right", random);
    QCOMPARE(secrets.read(QStringLiteral("a")).error().code, ErrorCode::Damaged);
    QCOMPARE(secrets.write(QStringLiteral("b"), QByteArray("y")).error().code, ErrorCode::Damaged);
}

void tst_SecretStore::passwords()
{
    const QString hash = store::hashPassword(QStringLiteral("4711"));
    QVERIFY(hash.startsWith(QStringLiteral("$argon2id$")));
    QVERIFY(!hash.contains(QStringLiteral("4711")));
    QVERIFY(store::passwordMatches(hash, QStringLiteral("4711")));
    QVERIFY(!store::passwordMatches(hash, QStringLiteral("4712")));
    QVERIFY(!store::passwordMatches(QStringLiteral("nonsense"), QStringLiteral("4711")));
    QVERIFY(store::hashPassword(QStringLiteral("4711")) != hash);
}

void tst_SecretStore::inTheKeychain()
{
    if (!qEnvironmentVariableIsSet("ENCORE_TEST_KEYRING"))
        QSKIP("needs a keychain of its own (tests/support/with_keyring)");
    QVERIFY(store::KeychainSecretStore::isAvailable());
    store::KeychainSecretStore first;
    QCOMPARE(first.read(QStringLiteral("a")).error().code, ErrorCode::NotFound);
    QByteArray bytes(32, '\0'); // whatever the bytes are
    for (qsizetype i = 0; i < bytes.size(); ++i)
        bytes[i] = char(8 * i);
    QVERIFY(first.write(QStringLiteral("a"), bytes).ok());
    QVERIFY(first.write(QStringLiteral("b"), QByteArray("a very secret seed of 32 bytes..")).ok());
    store::KeychainSecretStore again;
    QCOMPARE(*again.read(QStringLiteral("a")), bytes);
    QVERIFY(again.write(QStringLiteral("a"), QByteArray("another")).ok());
    QCOMPARE(*first.read(QStringLiteral("a")), QByteArray("another"));
    QVERIFY(again.remove(QStringLiteral("a")).ok());
    QCOMPARE(first.read(QStringLiteral("a")).error().code, ErrorCode::NotFound);
    QCOMPARE(*first.read(QStringLiteral("b")), QByteArray("a very secret seed of 32 bytes.."));
    // It lies somewhere, and there sealed.
    int files = 0;
    QDirIterator all(qEnvironmentVariable("ENCORE_TEST_KEYRING"), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("secret seed"));
        files += file.fileName().endsWith(QStringLiteral(".keyring")) ? 1 : 0;
    }
    QVERIFY(files > 0);
}

void tst_SecretStore::theKeychainComesFirst()
{
    if (!qEnvironmentVariableIsSet("ENCORE_TEST_KEYRING"))
        QSKIP("needs a keychain of its own (tests/support/with_keyring)");
    const QTemporaryDir folder;
    support::SeededRandom random(7);
    const QString path = folder.filePath(QStringLiteral("keys"));
    const auto store = store::openSecretStore(path, "passphrase", random);
    QVERIFY(store);
    QVERIFY((*store)->write(QStringLiteral("key"), QByteArray("secret")).ok());
    QVERIFY(!QFile::exists(path));
    QCOMPARE(*store::KeychainSecretStore().read(QStringLiteral("key")), QByteArray("secret"));
}

void tst_SecretStore::withoutAKeychain()
{
    if (qEnvironmentVariableIsSet("ENCORE_TEST_KEYRING"))
        QSKIP("here is one");
    const QTemporaryDir folder;
    support::SeededRandom random(7);
    const QString path = folder.filePath(QStringLiteral("keys"));
    qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
    QVERIFY(!store::KeychainSecretStore::isAvailable());
    QCOMPARE(store::openSecretStore(path, {}, random).error().code, ErrorCode::MissingKey); // never in silent plain text
    const auto store = store::openSecretStore(path, "passphrase", random);
    QVERIFY(store);
    QVERIFY((*store)->write(QStringLiteral("key"), QByteArray("secret")).ok());
    QVERIFY(QFile::exists(path));
}

QTEST_GUILESS_MAIN(tst_SecretStore)
#include "tst_secretstore.moc"
