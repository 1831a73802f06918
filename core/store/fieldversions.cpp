// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/fieldversions.h"

#include "rowmapping.h"

namespace encore::store
{

std::vector<FieldVersions::Change> FieldVersions::behind(const QByteArray& entity, qint64 sequence)
{
    std::vector<Change> changes;
    Rows rows = m_work.reader().database().run("SELECT field, sequence, device FROM field_versions WHERE entity = ? AND sequence > ?"
                                               " ORDER BY sequence DESC, field",
                                               {entity, sequence});
    while (rows.next())
        changes.push_back({rows.text(0), rows.number(1), rows.text(2)});
    return changes;
}

void FieldVersions::note(const QByteArray& entity, const QString& field, const QString& device)
{
    m_work.reader().database().execute("INSERT INTO field_versions (entity, field, sequence, device) VALUES (?, ?, ?, ?)"
                                       " ON CONFLICT (entity, field) DO UPDATE SET sequence = excluded.sequence, device = excluded.device",
                                       {entity, textNotNull(field), m_work.nextLogSequence(), textNotNull(device)});
}

} // namespace encore::store
