// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Guards that nobody reads what is out of date while writes wait to be sent together: a question that may concern one of them is asked
// behind it.

#include <QByteArray>
#include <QHash>
#include <QSet>
#include <QVariant>

#include <vector>

namespace encore::store
{

/// What a statement's text says of what it reads or writes.
struct StatementForm {
    StatementForm() = default;
    explicit StatementForm(const QByteArray& sql);

    bool isQuestion = false; ///< or something else that changes no row
    bool isWrite = false; ///< INSERT, UPDATE or DELETE
    /// Of a write: the rows that it touches have their keys among its values.
    bool isKeyed = false;
    QByteArray table; ///< that a write writes
    QSet<QByteArray> words; ///< of a question; every table that it reads is one of them
};

/// Writes whose rows nobody wants, in their order.
class WriteBehind
{
public:
    struct Write {
        const char* sql;
        QVariantList values;
    };

    void add(const char* sql, const StatementForm& form, const QVariantList& values);
    /// Whether the answer may be another one once these writes are carried out.
    [[nodiscard]] bool concerns(const StatementForm& question) const;
    /// The same of a question for rows that are found by this key.
    [[nodiscard]] bool concerns(const StatementForm& question, const QByteArray& key) const;

    [[nodiscard]] size_t size() const { return m_writes.size(); }
    [[nodiscard]] std::vector<Write> take();
    void dropFrom(size_t place); ///< what was added from there on

private:
    struct Touched {
        bool isWhole = false; ///< rows may be touched that no key names
        QSet<QByteArray> keys;
    };
    std::vector<Write> m_writes;
    QHash<QByteArray, Touched> m_tables;
};

} // namespace encore::store
