// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgresqlpipeline.h"

#include "dialect.h"
#include "engine.h"

#include <libpq-fe.h>

#include <memory>

namespace encore::store
{

namespace
{

using Result = std::unique_ptr<pg_result, decltype(&PQclear)>;

/// Values as libpq takes them: bytes as they are, all else as text.
struct Parameters {
    explicit Parameters(const QVariantList& values)
    {
        texts.reserve(size_t(values.size()));
        for (const QVariant& value : values) {
            const bool isBytes = value.typeId() == QMetaType::QByteArray;
            texts.push_back(isBytes ? value.toByteArray() : value.toString().toUtf8());
            pointers.push_back(isSqlNull(value) ? nullptr : texts.back().constData());
            lengths.push_back(int(texts.back().size()));
            formats.push_back(isBytes ? 1 : 0);
        }
    }

    std::vector<QByteArray> texts;
    std::vector<const char*> pointers;
    std::vector<int> lengths;
    std::vector<int> formats;
};

} // namespace

void PostgresqlPipeline::begin()
{
    m_expected.clear();
    m_isSent = PQenterPipelineMode(m_connection) == 1;
}

PostgresqlPipeline::Known& PostgresqlPipeline::knownAs(const char* sql)
{
    const auto [known, isNew] = m_known.try_emplace(sql);
    if (isNew) {
        const QString text = QString::fromUtf8(sql);
        known->second.text = postgresqlText(text).toUtf8();
        if (isPostgresqlPreparable(text))
            known->second.name = "encore" + QByteArray::number(qsizetype(m_known.size()));
    }
    return known->second;
}

void PostgresqlPipeline::send(const char* sql, const QVariantList& values)
{
    Known& known = knownAs(sql);
    if (!known.isPrepared && !known.name.isEmpty()) {
        m_isSent = m_isSent && PQsendPrepare(m_connection, known.name.constData(), known.text.constData(), 0, nullptr);
        m_expected.push_back({&known, true});
        known.isPrepared = true;
    }
    const Parameters parameters(values);
    const int count = int(values.size());
    m_isSent = m_isSent
        && (known.name.isEmpty() ? PQsendQueryParams(m_connection, known.text.constData(), 0, nullptr, nullptr, nullptr, nullptr, 0)
                                 : PQsendQueryPrepared(m_connection, known.name.constData(), count, parameters.pointers.data(),
                                                       parameters.lengths.data(), parameters.formats.data(), 0));
    m_expected.push_back({&known, false});
}

QSqlError PostgresqlPipeline::errorOf(const pg_result* result) const
{
    const char* state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    const QString text = QString::fromUtf8(result ? PQresultErrorMessage(result) : PQerrorMessage(m_connection));
    return QSqlError(QStringLiteral("pipeline"), text, QSqlError::StatementError, QString::fromLatin1(state));
}

QSqlError PostgresqlPipeline::finish(const std::function<void(size_t)>& done)
{
    QSqlError failed;
    size_t number = 0;
    if (!PQpipelineSync(m_connection) || !m_isSent)
        failed = errorOf(nullptr);
    for (const Expected& expected : m_expected) {
        const Result result(PQgetResult(m_connection), &PQclear);
        if (result)
            PQclear(PQgetResult(m_connection)); // the end of what belongs to it
        const auto status = PQresultStatus(result.get());
        const bool isDone = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK;
        if (!isDone && !failed.isValid())
            failed = errorOf(result.get());
        if (!isDone && expected.isPreparation)
            expected.known->isPrepared = false;
        if (isDone && !expected.isPreparation)
            done(number);
        number += !expected.isPreparation;
    }
    // The mark behind all of them; until it has come, nothing else can be asked on this connection.
    for (bool isThere = false; !isThere && PQstatus(m_connection) == CONNECTION_OK;) {
        const Result mark(PQgetResult(m_connection), &PQclear);
        isThere = !mark || PQresultStatus(mark.get()) == PGRES_PIPELINE_SYNC;
    }
    PQexitPipelineMode(m_connection);
    m_expected.clear();
    return failed;
}

} // namespace encore::store
