// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/exchange.h"
#include "api/http.h"
#include "loop.h"
#include "store/people.h"
#include "store/workspace.h"

namespace encore::simulation
{

/// The server: its file, and what it answers to a desk.
class House
{
public:
    House(QString path, Loop& loop, Chance& chance);
    ~House();
    Q_DISABLE_COPY_MOVE(House)

    /// A new file with a performance, tickets, gates, scarce offers and coupons, campaigns and rewards in it.
    [[nodiscard]] domain::Status fill();
    [[nodiscard]] domain::Status open();
    void close(); ///< whoever waits is not answered

    struct Device {
        domain::DeviceId id;
        QByteArray token;
        domain::Role role = domain::Role::Admin;
        QString deviceName;
    };
    [[nodiscard]] Device addDevice(domain::Role role, const QString& deviceName);
    void revoke(domain::DeviceId device);
    [[nodiscard]] bool knows(const Device& device);
    [[nodiscard]] domain::Result<QByteArray> unseal(const QByteArray& box); ///< also while it is closed: a person does it later
    void setRole(const Device& device, domain::Role role); ///< of whoever works at it

    using Answer = std::function<void(const sync::Response&)>;
    /// Answered at once, or when something changes where the question waits for that.
    void ask(const sync::Request& request, Answer answer);
    /// Something the house does by itself; the refusal's message id, or nothing.
    QByteArray run(const char* name, const QByteArray& arguments);

    [[nodiscard]] domain::Status backUp(const QString& to);
    /// The file becomes a copy of @p from; @p newEpoch: and whoever did it said so.
    [[nodiscard]] domain::Status restore(const QString& from, bool newEpoch);

    [[nodiscard]] bool isOpen() const { return m_workspace != nullptr; }
    [[nodiscard]] store::Reader& reader() { return m_workspace->reader(); }
    [[nodiscard]] store::WorkspaceRecord record() const { return m_workspace->record(); }
    [[nodiscard]] domain::RandomSource& random() { return m_chance; }
    [[nodiscard]] int applied() const { return m_applied; }
    [[nodiscard]] int refused() const { return m_refused; }

    bool forgetsIds = false; ///< I1 broken: a command that comes twice is carried out twice
    bool forgetsOrder = false; ///< I3 broken

private:
    struct Waiting {
        sync::Request request;
        Answer answer;
        qint64 cursor;
        quint64 number;
    };
    void takeCommands(const sync::Request& request, const api::SignedIn& who, const Answer& answer);
    void give(const sync::Request& request, const api::SignedIn& who, const Answer& answer, bool mayWait);
    void wake();

    QString m_path;
    Loop& m_loop;
    Chance& m_chance;
    WallClock m_clock;
    std::unique_ptr<store::Workspace> m_workspace;
    std::unique_ptr<commands::Executor> m_executor;
    std::vector<Waiting> m_waiting;
    quint64 m_asked = 0;
    int m_applied = 0;
    int m_refused = 0;
};

} // namespace encore::simulation
