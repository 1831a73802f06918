// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/role.h"
#include "store/reader.h"
#include "store/unitofwork.h"

#include <QLockFile>

#include <memory>

namespace encore::store
{

/// A workspace that this process has open: a file, which one process writes, and whoever comes second gets it read-only and is told so;
/// or a PostgreSQL database, which several servers write.
class Workspace
{
public:
    enum class Intent {
        Write, ///< fails with ReadOnly when another process writes
        WriteIfFree, ///< read-only when another process writes
        Read,
    };

    /// Makes a new file with an empty workspace in it; or puts one into an empty database. Fails when there is one.
    [[nodiscard]] static domain::Result<std::unique_ptr<Workspace>> create(const QString& path, const WorkspaceRecord& record,
                                                                           const domain::Clock& clock, domain::RandomSource& random);
    [[nodiscard]] static domain::Result<std::unique_ptr<Workspace>> open(const QString& path, Intent intent);
    /// For a server: opens what is there for writing; makes it where nothing is.
    [[nodiscard]] static domain::Result<std::unique_ptr<Workspace>> openOrCreate(const QString& path, const WorkspaceRecord& record,
                                                                                 const domain::Clock& clock, domain::RandomSource& random);

    /// Makes it the truth of many desks, once and for good: from here on its connections note what changes. @pre not read-only
    [[nodiscard]] domain::Status becomeAuthority(domain::RandomSource& random);
    /// It was put back to an older copy: desks are told that its history is another from here on, and offer again what it lost.
    /// @pre an authority
    [[nodiscard]] domain::Status beginEpoch(domain::RandomSource& random);
    /// What a file is told when it becomes a desk of a house.
    struct DeskOf {
        QString server; ///< URL
        domain::DeviceId device;
        domain::Role role = domain::Role::Door; ///< what may be done here
        QString actor; ///< what the log calls whoever works here
    };
    /// @pre just made, or adopted by the house as it is
    [[nodiscard]] domain::Status becomeDesk(const DeskOf& house, domain::RandomSource& random);

    [[nodiscard]] QString path() const { return m_path; }
    /// Of a file that is open for reading: Part::Alone, whatever it is.
    [[nodiscard]] Part part() const { return m_reader->database().part(); }
    [[nodiscard]] QString name() const { return m_reader->database().name(); } ///< of the file or the database, for people
    [[nodiscard]] bool isReadOnly() const { return !m_writes; }
    [[nodiscard]] const WorkspaceRecord& record() const { return m_record; }
    /// For the thread that opened the workspace. Others open their own with openReader().
    [[nodiscard]] Reader& reader() { return *m_reader; }
    [[nodiscard]] domain::Result<std::unique_ptr<Reader>> openReader() const;
    /// A writing connection for another thread; at most one writes at a time. @pre not read-only
    [[nodiscard]] domain::Result<std::unique_ptr<Reader>> openWriter() const;

private:
    explicit Workspace(QString path) : m_path(std::move(path)) { }
    [[nodiscard]] static domain::Result<std::unique_ptr<Workspace>> createOnServer(const QString& address, const WorkspaceRecord& record,
                                                                                   const domain::Clock& clock, domain::RandomSource& random, bool mayBeThere);
    [[nodiscard]] domain::Status fill(const WorkspaceRecord& record, const domain::Clock& clock, domain::RandomSource& random);
    [[nodiscard]] domain::Status bringUpToDate();
    [[nodiscard]] domain::Status lock();
    [[nodiscard]] domain::Status connect(bool create);

    QString m_path;
    std::unique_ptr<QLockFile> m_lock; ///< held while this process writes a file
    bool m_writes = false;
    std::unique_ptr<Reader> m_reader;
    WorkspaceRecord m_record;
};

} // namespace encore::store
