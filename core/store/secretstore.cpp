// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/secretstore.h"

#include "sodiumbytes.h"

#include <qt6keychain/keychain.h>

#include <QCborMap>
#include <QCborValue>
#include <QEventLoop>
#include <QFile>
#include <QSaveFile>
#include <QThread>

#include <functional>

namespace encore::store
{

using domain::error;
using domain::ErrorCode;
using domain::message;
using domain::Result;
using domain::Status;

namespace
{

const QString serviceName = QStringLiteral("encore");

/// QtKeychain keeps its queue in the thread that used it first; once that has ended, no job is ever finished. So it has one of its own,
/// for as long as the program runs.
class KeychainThread
{
public:
    KeychainThread()
    {
        m_worker.moveToThread(&m_thread);
        m_thread.start();
    }
    ~KeychainThread()
    {
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(KeychainThread)

    /// Comes back when @p work is done.
    void run(const std::function<void()>& work) { QMetaObject::invokeMethod(&m_worker, work, Qt::BlockingQueuedConnection); }

private:
    QThread m_thread;
    QObject m_worker;
};

/// Runs a keychain job to its end, blocking; what it brought is looked at by @p read.
template<class Job>
void finish(const std::function<void(Job&)>& prepare, const std::function<void(Job&)>& read)
{
    static KeychainThread thread;
    thread.run([&] {
        Job job(serviceName);
        job.setInsecureFallback(false);
        job.setAutoDelete(false);
        prepare(job);
        QEventLoop loop;
        QObject::connect(&job, &QKeychain::Job::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
        job.start();
        loop.exec();
        read(job);
    });
}

Status statusOf(const QKeychain::Job& job)
{
    if (job.error() == QKeychain::NoError)
        return domain::done();
    if (job.error() == QKeychain::EntryNotFound)
        return error(ErrorCode::NotFound, message("secrets.none"));
    return error(ErrorCode::Unavailable, message("secrets.keychain").with("reason", job.errorString()));
}

} // namespace

Status KeychainSecretStore::write(const QString& name, const QByteArray& secret)
{
    Status done = domain::done();
    finish<QKeychain::WritePasswordJob>(
        [&](QKeychain::WritePasswordJob& job) {
            job.setKey(name);
            job.setBinaryData(secret);
        },
        [&](QKeychain::WritePasswordJob& job) { done = statusOf(job); });
    return done;
}

Result<QByteArray> KeychainSecretStore::read(const QString& name)
{
    Result<QByteArray> found = QByteArray();
    finish<QKeychain::ReadPasswordJob>([&](QKeychain::ReadPasswordJob& job) { job.setKey(name); },
                                       [&](QKeychain::ReadPasswordJob& job) {
                                           const Status status = statusOf(job);
                                           found = status ? Result<QByteArray>(job.binaryData()) : Result<QByteArray>(status.error());
                                       });
    return found;
}

Status KeychainSecretStore::remove(const QString& name)
{
    Status done = domain::done();
    finish<QKeychain::DeletePasswordJob>([&](QKeychain::DeletePasswordJob& job) { job.setKey(name); },
                                         [&](QKeychain::DeletePasswordJob& job) { done = statusOf(job); });
    return done;
}

bool KeychainSecretStore::isAvailable()
{
    // Reading something that is not there is answered by a keychain that works, and by nothing else.
    KeychainSecretStore store;
    const Result<QByteArray> probe = store.read(QStringLiteral("probe"));
    return probe.ok() || probe.error().code == ErrorCode::NotFound;
}

struct SealedFileSecretStore::Contents {
    QByteArray salt;
    QByteArray key; ///< derived; never written
    QCborMap secrets; ///< name → nonce | box
};

SealedFileSecretStore::SealedFileSecretStore(QString path, QByteArray passphrase, domain::RandomSource& random) :
    m_path(std::move(path)), m_passphrase(std::move(passphrase)), m_random(random)
{
    readySodium();
}

Result<SealedFileSecretStore::Contents> SealedFileSecretStore::load()
{
    Contents contents;
    QFile file(m_path);
    if (file.exists()) {
        if (!file.open(QIODevice::ReadOnly))
            return error(ErrorCode::Unavailable, message("secrets.file").with("file", m_path).with("reason", file.errorString()));
        const QCborMap map = QCborValue::fromCbor(file.readAll()).toMap();
        contents.salt = map.value(QStringLiteral("salt")).toByteArray();
        contents.secrets = map.value(QStringLiteral("secrets")).toMap();
        if (contents.salt.size() != qsizetype(crypto_pwhash_SALTBYTES))
            return error(ErrorCode::Damaged, message("secrets.damaged").with("file", m_path));
    } else {
        contents.salt = m_random.bytes(crypto_pwhash_SALTBYTES);
    }
    contents.key = QByteArray(crypto_secretbox_KEYBYTES, '\0');
    if (crypto_pwhash(raw(contents.key), crypto_secretbox_KEYBYTES, m_passphrase.constData(),
                      static_cast<unsigned long long>(m_passphrase.size()), raw(contents.salt), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                      crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13)
        != 0)
        return error(ErrorCode::Unavailable, message("secrets.memory"));
    return contents;
}

Status SealedFileSecretStore::save(const Contents& contents)
{
    QCborMap map;
    map.insert(QStringLiteral("salt"), contents.salt);
    map.insert(QStringLiteral("secrets"), contents.secrets);
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return error(ErrorCode::Unavailable, message("secrets.file").with("file", m_path).with("reason", file.errorString()));
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(QCborValue(map).toCbor());
    if (!file.commit())
        return error(ErrorCode::Unavailable, message("secrets.file").with("file", m_path).with("reason", file.errorString()));
    return domain::done();
}

Status SealedFileSecretStore::write(const QString& name, const QByteArray& secret)
{
    Result<Contents> contents = load();
    if (!contents)
        return contents.error();
    const QByteArray nonce = m_random.bytes(crypto_secretbox_NONCEBYTES);
    QByteArray box(secret.size() + qsizetype(crypto_secretbox_MACBYTES), '\0');
    crypto_secretbox_easy(raw(box), raw(secret), static_cast<unsigned long long>(secret.size()), raw(nonce),
                          raw(contents->key));
    contents.value().secrets.insert(name, QByteArray(nonce + box));
    return save(*contents);
}

Result<QByteArray> SealedFileSecretStore::read(const QString& name)
{
    Result<Contents> contents = load();
    if (!contents)
        return contents.error();
    const QByteArray sealed = contents->secrets.value(name).toByteArray();
    if (sealed.isEmpty())
        return error(ErrorCode::NotFound, message("secrets.none"));
    const QByteArray nonce = sealed.left(crypto_secretbox_NONCEBYTES);
    const QByteArray box = sealed.mid(crypto_secretbox_NONCEBYTES);
    if (box.size() < qsizetype(crypto_secretbox_MACBYTES))
        return error(ErrorCode::Damaged, message("secrets.damaged").with("file", m_path));
    QByteArray secret(box.size() - qsizetype(crypto_secretbox_MACBYTES), '\0');
    if (crypto_secretbox_open_easy(raw(secret), raw(box), static_cast<unsigned long long>(box.size()), raw(nonce), raw(contents->key))
        != 0)
        return error(ErrorCode::MissingKey, message("secrets.wrong_passphrase").with("file", m_path));
    return secret;
}

Status SealedFileSecretStore::remove(const QString& name)
{
    Result<Contents> contents = load();
    if (!contents)
        return contents.error();
    contents.value().secrets.remove(name);
    return save(*contents);
}

Result<std::unique_ptr<SecretStore>> openSecretStore(const QString& path, const QByteArray& passphrase, domain::RandomSource& random)
{
    if (KeychainSecretStore::isAvailable())
        return std::unique_ptr<SecretStore>(std::make_unique<KeychainSecretStore>());
    if (!passphrase.isEmpty())
        return std::unique_ptr<SecretStore>(std::make_unique<SealedFileSecretStore>(path, passphrase, random));
    return error(ErrorCode::MissingKey, message("secrets.nowhere"));
}

QString hashPassword(const QString& password)
{
    readySodium();
    const QByteArray utf8 = password.toUtf8();
    QByteArray hash(crypto_pwhash_STRBYTES, '\0');
    const int made = crypto_pwhash_str(hash.data(), utf8.constData(), static_cast<unsigned long long>(utf8.size()),
                                       crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE);
    Q_ASSERT_X(made == 0, "hashPassword", "out of memory");
    Q_UNUSED(made)
    return QString::fromLatin1(hash.constData());
}

bool passwordMatches(const QString& hash, const QString& password)
{
    readySodium();
    const QByteArray utf8 = password.toUtf8();
    return crypto_pwhash_str_verify(hash.toLatin1().constData(), utf8.constData(), static_cast<unsigned long long>(utf8.size())) == 0;
}

} // namespace encore::store
