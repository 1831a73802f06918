// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Statements are written once, in what SQLite and PostgreSQL share; what is left is translated here, word by word, when a statement is
// prepared. No general translation: it knows the forms that core/store uses, and a test walks every one of them on both.

#include <QStringList>

namespace encore::store
{

/// As PostgreSQL understands @p sql. Its parameters are numbered in their order.
[[nodiscard]] QString postgresqlText(const QString& sql);
/// Whether PostgreSQL prepares such a statement; the others are carried out as they are.
[[nodiscard]] bool isPostgresqlPreparable(const QString& sql);
/// What PostgreSQL needs before the first migration: functions that translated statements use.
[[nodiscard]] QStringList postgresqlFunctions();

} // namespace encore::store
