// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "network.h"
#include "sync/here.h"

#include <set>

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
    void beginWith(const QString& file) { m_beginning = file; } ///< that was made
    [[nodiscard]] domain::Status startAnew(); ///< with a copy of that
    [[nodiscard]] domain::Status start();
    void breakDown(); ///< the program ends in the middle of whatever it does
    [[nodiscard]] domain::Status restart();
    [[nodiscard]] domain::Status replaceFile(const QString& from); ///< by an older copy of it
    [[nodiscard]] domain::Status copyFile(const QString& to);
    /// With a new file, in which only what was saved from the old one is.
    [[nodiscard]] domain::Status startAnewAs(const House::Device& device, const QByteArray& salvaged);
    [[nodiscard]] domain::Status takeAnew(); ///< forgets how far it had read
    [[nodiscard]] domain::Status becomeDevice(const House::Device& device); ///< let in anew, under another name

    /// Somebody does something. Whether it was done here; what was done is promised to somebody.
    bool run(const char* name, const QByteArray& arguments);
    void makeRoom(); ///< whoever does something to a desk's file by hand sees to a full disk first
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
    [[nodiscard]] const std::vector<domain::CommandId>& promised() const { return m_promised; } ///< in the order done
    [[nodiscard]] std::set<QByteArray> inFile(); ///< ids of the commands that its file knows of, sealed ones too
    /// Ids of the commands that were sealed in its file, as its house opens them; absent: it cannot.
    [[nodiscard]] std::optional<std::set<QByteArray>> unsealed();
    [[nodiscard]] bool hasInItsBytes(const QByteArray& text) const; ///< of the file and its write-ahead log
    /// Ids of commands that its file knew of until a disaster took it.
    [[nodiscard]] const std::set<QByteArray>& lostWithFile() const { return m_lostWithFile; }
    [[nodiscard]] const std::set<QString>& names() const { return m_names; } ///< all that it ever went by at the house

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
    void setDevice(const House::Device& device);
    void noteLosses(const std::set<QByteArray>& before);

    QString m_path;
    QString m_beginning;
    House& m_house;
    House::Device m_device;
    Loop& m_loop;
    Chance& m_chance;
    std::unique_ptr<store::Workspace> m_workspace;
    std::unique_ptr<commands::Executor> m_executor;
    std::unique_ptr<sync::LocalDeskWriter> m_writer;
    std::unique_ptr<sync::Engine> m_engine;
    std::vector<domain::CommandId> m_promised;
    std::set<QByteArray> m_lostWithFile;
    std::set<QString> m_names;
};

} // namespace encore::simulation
