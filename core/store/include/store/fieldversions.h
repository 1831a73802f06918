// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/unitofwork.h"

namespace encore::store
{

/// The last change of each field of the things that several people edit.
class FieldVersions
{
public:
    explicit FieldVersions(UnitOfWork& work) : m_work(work) { }

    struct Change {
        QString field; ///< empty: all of it, it was deleted
        qint64 sequence = 0; ///< of the command in the log
        QString device; ///< whose command it was; empty: nobody's that counts its commands
    };
    /// Changes of @p entity behind @p sequence, newest first.
    [[nodiscard]] std::vector<Change> behind(const QByteArray& entity, qint64 sequence);
    /// @p field was changed by the command that is being carried out.
    void note(const QByteArray& entity, const QString& field, const QString& device);

private:
    UnitOfWork& m_work;
};

} // namespace encore::store
