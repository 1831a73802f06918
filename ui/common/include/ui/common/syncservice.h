// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How this desk and its server get on, and who belongs to the house: what needs the network, for screens.

#include "commands/people/devices.h"
#include "commands/people/users.h"
#include "domain/message.h"
#include "domain/time.h"

#include <QObject>
#include <QStringList>

#include <functional>
#include <vector>

namespace encore::ui
{

struct SyncStatus {
    bool isDesk = false; ///< of a house with a server; false: this workspace stands alone
    QString server; ///< URL
    QString actor; ///< what the house calls whoever works here
    domain::Role role = domain::Role::Admin; ///< what may be done here
    bool isRunning = false; ///< it tries; false: it waits for a person, or there is nothing to do
    bool needsPassphrase = false; ///< the key of this desk is in a sealed file
    bool needsSignIn = false; ///< the server does not, or no longer, let this desk in
    domain::Message trouble; ///< empty: none
    bool isTakingAnew = false;
    qint64 waiting = 0;
    qint64 acknowledged = 0;
    qint64 rejected = 0;
    qint64 conflicts = 0;
    qint64 sealed = 0; ///< commands that only the house can read: this desk was shut out
    std::optional<domain::Instant> upToDateAt; ///< when everything the server had was here last
    std::optional<domain::Instant> provenAt; ///< when digests of everything were compared last and were equal
    QStringList differing; ///< tables that were not
    std::optional<qint64> clockAheadMs; ///< of the server's clock; behind it: negative

    /// Only where nothing waits may a screen say so (I8).
    [[nodiscard]] qint64 open() const { return waiting + acknowledged; }
};

/// Desks of the house that meet on their own network, while its server may be out of reach.
struct MeetingStatus {
    enum class Part { None, Point, Member };
    Part part = Part::None;
    QString code; ///< what the others are shown, or this desk was
    bool isMet = false; ///< the meeting point answers, or this is it
    QStringList desks; ///< the others who are here
    domain::Message trouble; ///< empty: none
};

/// How somebody comes into a house: by a code, or by e-mail and password.
struct Joining {
    QString server;
    QString code;
    QString email;
    QString password;
    QString deskName;
    QString passphrase; ///< seals the desk's key where the system has no keychain
    QString authorities; ///< PEM file of certificates to be trusted beside the system's; empty: none
};

class SyncService : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    using Answer = std::function<void(const domain::Status&)>;

    [[nodiscard]] virtual const SyncStatus& status() const = 0;
    [[nodiscard]] virtual bool hasKeychain() const = 0; ///< false: a passphrase is needed
    virtual void tryNow() = 0;
    virtual void prove() = 0; ///< compares everything with the server
    /// Makes a new workspace file that is a desk of the house; its path is the answer.
    virtual void join(const Joining& joining, QObject* receiver, std::function<void(const domain::Result<QString>&)> answer) = 0;
    /// Lets this desk in anew, under a device of its own; what waits here goes up from there. Refused where somebody else signs in.
    virtual void joinAgain(const Joining& joining, QObject* receiver, Answer answer) = 0;
    virtual void unlock(const QString& passphrase, QObject* receiver, Answer answer) = 0;
    /// Ends a conflict: @p isMine with @p fields as they were wanted here, else as the house says.
    virtual void solve(domain::CommandId command, bool isMine, const std::vector<QString>& fields, QObject* receiver, Answer answer) = 0;
    virtual void markSeen(domain::CommandId command, QObject* receiver, Answer answer) = 0;
    /// Writes what was done here and is nowhere else into a file; where this desk was shut out, sealed for the house.
    virtual void saveSalvage(const QString& path, QObject* receiver, Answer answer) = 0;
    /// Takes such a file of another desk into this one's queue; the house opens one that is sealed.
    virtual void loadSalvage(const QString& path, QObject* receiver, Answer answer) = 0;

    [[nodiscard]] virtual const MeetingStatus& meeting() const = 0;
    /// Makes this desk the one where others meet. @p newCode: whoever has the code of before stays out.
    virtual void openMeeting(bool newCode, QObject* receiver, Answer answer) = 0;
    virtual void joinMeeting(const QString& code, QObject* receiver, Answer answer) = 0;
    virtual void leaveMeeting() = 0;

Q_SIGNALS:
    void statusChanged(); ///< of sync or of the meeting
    void rowsChanged(); ///< by what came from the server, or from a desk nearby
};

/// Who may sign in, and on which devices. Kept by the house: where there is a server, it is asked each time.
class PeopleService
{
public:
    PeopleService() = default;
    virtual ~PeopleService() = default;
    Q_DISABLE_COPY_MOVE(PeopleService)

    struct People {
        std::vector<commands::Users::Row> users;
        std::vector<commands::Devices::Row> devices;
    };
    using Answer = std::function<void(const domain::Status&)>;

    [[nodiscard]] virtual bool hasServer() const = 0; ///< devices come in at a server only
    virtual void ask(QObject* receiver, std::function<void(const domain::Result<People>&)> answer) = 0;
    virtual void give(const commands::CommandRequest& request, QObject* receiver, Answer answer) = 0;
    /// @p password as it was typed; only its verifier goes further. Empty: cannot sign in yet.
    virtual void add(commands::AddUser user, const QString& password, QObject* receiver, Answer answer) = 0;
    virtual void setPassword(domain::PersonId user, const QString& password, QObject* receiver, Answer answer) = 0;
    /// What a new device reads, as a QR code or as text: the server's address and a code that works once.
    virtual void makeCode(domain::Role role, QObject* receiver, std::function<void(const domain::Result<QString>&)> answer) = 0;
};

} // namespace encore::ui
