// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/journal.h"

#include "domain/csv.h"

#include <QDate>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

template<>
std::span<const encore::domain::EnumName<encore::report::JournalFormat>> encore::domain::enumNames()
{
    using F = report::JournalFormat;
    static constexpr EnumName<F> names[] = {{F::Hledger, "hledger"}, {F::Beancount, "beancount"}, {F::Csv, "csv"}, {F::Json, "json"}};
    return names;
}

namespace encore::report
{

namespace
{

QString amountText(const domain::Money& money)
{
    return domain::plainText(money) + u' ' + money.currency.code();
}

/// A text in one line without what either program takes for its own syntax.
QString harmless(QString text)
{
    for (QChar& c : text) {
        if (c.category() == QChar::Other_Control || c == u'"' || c == u';' || c == u'\\' || c == u'|')
            c = u' ';
    }
    return text.simplified();
}

/// What the entry is about, by name.
std::vector<std::pair<QString, QString>> tagsOf(const JournalEntry& entry)
{
    std::vector<std::pair<QString, QString>> tags;
    const auto add = [&](const char* name, const auto& id) {
        if (id)
            tags.emplace_back(QString::fromLatin1(name), id->text());
    };
    add("project", entry.subject.project);
    add("pledge", entry.subject.pledge);
    add("order", entry.subject.order);
    if (entry.subject.reverses)
        tags.emplace_back(QStringLiteral("reverses"), QString::number(*entry.subject.reverses));
    if (!entry.subject.providerTransaction.isEmpty())
        tags.emplace_back(QStringLiteral("transaction"), harmless(entry.subject.providerTransaction).remove(u','));
    return tags;
}

} // namespace

JournalWriter::JournalWriter(JournalFormat format, const domain::EventZone& zone, std::function<void(const QByteArray&)> write) :
    m_format(format), m_zone(zone), m_write(std::move(write))
{
}

QString JournalWriter::dayOf(domain::Instant at) const
{
    return m_zone.dateOf(at).toString(Qt::ISODate);
}

void JournalWriter::begin(const std::vector<std::pair<domain::Account, domain::Currency>>& accounts)
{
    std::set<QString> names;
    std::set<QString> currencies;
    for (const auto& [account, currency] : accounts) {
        names.insert(domain::journalName(account));
        currencies.insert(currency.code());
    }
    switch (m_format) {
    case JournalFormat::Hledger:
        write(QStringLiteral("decimal-mark .\n"));
        for (const QString& code : currencies) {
            const auto currency = domain::Currency::fromCode(code);
            write(QStringLiteral("commodity 1000.%1 %2\n").arg(QString(currency ? currency->decimals() : 0, u'0'), code));
        }
        for (const QString& name : names)
            write(QStringLiteral("account %1\n").arg(name));
        return;
    case JournalFormat::Beancount:
        for (const QString& code : currencies)
            write(QStringLiteral("option \"operating_currency\" \"%1\"\n").arg(code));
        for (const QString& name : names)
            write(QStringLiteral("1970-01-01 open %1\n").arg(name));
        return;
    case JournalFormat::Csv:
        m_write(domain::csvLine({QStringLiteral("entry"), QStringLiteral("line"), QStringLiteral("at"), QStringLiteral("kind"), QStringLiteral("account"),
                                 QStringLiteral("currency"), QStringLiteral("amount"), QStringLiteral("project_id"), QStringLiteral("pledge_id"),
                                 QStringLiteral("order_id"), QStringLiteral("reverses"), QStringLiteral("provider_txn_id"), QStringLiteral("note")}));
        return;
    case JournalFormat::Json:
        return;
    }
}

void JournalWriter::entry(const JournalEntry& entry)
{
    m_lastDay = std::max(m_lastDay, m_zone.dateOf(entry.at));
    switch (m_format) {
    case JournalFormat::Hledger:
        return hledgerEntry(entry);
    case JournalFormat::Beancount:
        return beancountEntry(entry);
    case JournalFormat::Csv:
        return csvEntry(entry);
    case JournalFormat::Json:
        return jsonEntry(entry);
    }
}

void JournalWriter::hledgerEntry(const JournalEntry& entry)
{
    QString text = QStringLiteral("\n%1 * (%2) %3").arg(dayOf(entry.at)).arg(entry.sequence).arg(domain::enumText(entry.kind));
    if (!entry.subject.note.isEmpty())
        text += QStringLiteral(" - ") + harmless(entry.subject.note);
    text += QStringLiteral("  ; at: ") + domain::formatInstant(entry.at);
    for (const auto& [name, value] : tagsOf(entry))
        text += QStringLiteral(", ") + name + QStringLiteral(": ") + value;
    text += u'\n';
    for (const domain::Posting& posting : entry.postings)
        text += QStringLiteral("    ") + domain::journalName(posting.account) + QStringLiteral("  ") + amountText(posting.amount) + u'\n';
    write(text);
}

void JournalWriter::beancountEntry(const JournalEntry& entry)
{
    QString text = QStringLiteral("\n%1 * \"%2\" \"%3\"\n").arg(dayOf(entry.at), domain::enumText(entry.kind), harmless(entry.subject.note));
    text += QStringLiteral("  entry: %1\n  at: \"%2\"\n").arg(entry.sequence).arg(domain::formatInstant(entry.at));
    for (const auto& [name, value] : tagsOf(entry))
        text += QStringLiteral("  %1: \"%2\"\n").arg(name, value);
    for (const domain::Posting& posting : entry.postings)
        text += QStringLiteral("  ") + domain::journalName(posting.account) + QStringLiteral("  ") + amountText(posting.amount) + u'\n';
    write(text);
}

void JournalWriter::csvEntry(const JournalEntry& entry)
{
    const auto id = [](const auto& value) { return value ? value->text() : QString(); };
    int line = 0;
    for (const domain::Posting& posting : entry.postings) {
        m_write(domain::csvLine({QString::number(entry.sequence), QString::number(++line), domain::formatInstant(entry.at), domain::enumText(entry.kind),
                                 domain::journalName(posting.account), posting.amount.currency.code(), domain::plainText(posting.amount),
                                 id(entry.subject.project), id(entry.subject.pledge), id(entry.subject.order),
                                 entry.subject.reverses ? QString::number(*entry.subject.reverses) : QString(), entry.subject.providerTransaction,
                                 entry.subject.note}));
    }
}

void JournalWriter::jsonEntry(const JournalEntry& entry)
{
    QJsonArray postings;
    for (const domain::Posting& posting : entry.postings) {
        postings.append(QJsonObject{{QStringLiteral("account"), domain::journalName(posting.account)},
                                    {QStringLiteral("kind"), domain::enumText(posting.account.kind)},
                                    {QStringLiteral("scope"), posting.account.scope},
                                    {QStringLiteral("amount"), posting.amount.minor},
                                    {QStringLiteral("currency"), posting.amount.currency.code()}});
    }
    QJsonObject object{{QStringLiteral("entry"), entry.sequence},
                       {QStringLiteral("at"), domain::formatInstant(entry.at)},
                       {QStringLiteral("kind"), domain::enumText(entry.kind)},
                       {QStringLiteral("note"), entry.subject.note},
                       {QStringLiteral("postings"), postings}};
    for (const auto& [name, value] : tagsOf(entry))
        object.insert(name, value);
    m_write(QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n');
}

void JournalWriter::end(const std::vector<domain::Posting>& balances)
{
    if (balances.empty() || !m_lastDay.isValid())
        return;
    if (m_format == JournalFormat::Beancount) {
        // A beancount balance holds at the beginning of its day.
        const QString day = m_lastDay.addDays(1).toString(Qt::ISODate);
        write(QStringLiteral("\n"));
        for (const domain::Posting& balance : balances)
            write(QStringLiteral("%1 balance %2  %3\n").arg(day, domain::journalName(balance.account), amountText(balance.amount)));
    } else if (m_format == JournalFormat::Hledger) {
        QString text = QStringLiteral("\n%1 * balances\n").arg(m_lastDay.toString(Qt::ISODate));
        for (const domain::Posting& balance : balances) {
            const domain::Money nothing{0, balance.amount.currency};
            text += QStringLiteral("    %1  %2 = %3\n").arg(domain::journalName(balance.account), amountText(nothing), amountText(balance.amount));
        }
        write(text);
    }
}

} // namespace encore::report
