// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network.h"
#include "sync/here.h"

namespace encore::simulation
{

/// A console somewhere: its file, its engine, and whoever works at it.
class Desk
{
public:
    Desk(QString path, House& house, const House::Device& device, Loop& loop, Chance& chance);
    ~Desk();
    Q_DISABLE_COPY_MOVE(Desk)

    [[nodiscard]] domain::Status make(); ///< a new file
    [[nodiscard]] domain::Status start();
    void breakDown(); ///< the program ends in the middle of whatever it does
    [[nodiscard]] domain::Status restart();
    /// The file is another one from now on: an older copy of it, or another desk's.
    [[nodiscard]] domain::Status replaceFile(const QString& from);
    [[nodiscard]] domain::Status copyFile(const QString& to);
    void startAnewAs(const House::Device& device); ///< with a new file
    /// Does again what was saved from a damaged file.
    [[nodiscard]] domain::Status takeOver(const QByteArray& salvaged);
    [[nodiscard]] domain::Status takeAnew(); ///< forgets how far it had read
    void becomeDevice(const House::Device& device); ///< let in anew, under another name

    /// Somebody does something. Whether it was done here; what was done is promised to somebody.
    bool run(const char* name, const QByteArray& arguments);
    /// The next statements on the file, behind @p after of them, fail.
    void failStatements(int after, int count);

    [[nodiscard]] bool isRunning() const { return m_engine != nullptr; }
    [[nodiscard]] const sync::Engine& engine() const { return *m_engine; }
    [[nodiscard]] sync::Engine& engine() { return *m_engine; }
    [[nodiscard]] store::Reader& reader() { return m_workspace->reader(); }
    [[nodiscard]] commands::Executor& executor() { return *m_executor; }
    [[nodiscard]] const House::Device& device() const { return m_device; }
    [[nodiscard]] store::Scope scope() const { return {m_device.role, m_device.deviceName}; }
    void setRole(domain::Role role) { m_device.role = role; }
    [[nodiscard]] const std::vector<domain::CommandId>& promised() const { return m_promised; }
    void forgetPromises() { m_promised.clear(); }

    Wire wire;
    WallClock clock;
    bool isShutOut = false;
    bool engineLies = false; ///< I8 broken: it says that nothing waits
    [[nodiscard]] bool saysQuiet() const { return engineLies || m_engine->isQuiet(); }
    /// Called when the database says what it never should.
    std::function<void(const QByteArray& reason)> onDatabaseFault;
    /// Called when the desk says how it stands.
    std::function<void()> onState;

private:
    QString m_path;
    House& m_house;
    House::Device m_device;
    Loop& m_loop;
    Chance& m_chance;
    std::unique_ptr<store::Workspace> m_workspace;
    std::unique_ptr<commands::Executor> m_executor;
    std::unique_ptr<sync::LocalDeskWriter> m_writer;
    std::unique_ptr<sync::Engine> m_engine;
    std::vector<domain::CommandId> m_promised;
    std::shared_ptr<bool> m_alive;
};

} // namespace encore::simulation
