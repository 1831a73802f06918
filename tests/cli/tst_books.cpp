// SPDX-License-Identifier: GPL-3.0-or-later

// Campaigns and their books as outside programs use them: real processes, and hledger and beancount to count again what we counted.

#include "support/program.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>

using Answer = encore::support::ProgramAnswer;

class tst_Books : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void campaignsEndAsTheRulesSay();
    void theBoxOfficeSells();
    void tablesAreImported();
    void theBooksAreSound();
    void hledgerAgrees();
    void beancountAgrees();
    void aPartOfTheBooks();
    void csvAndJson();
    void aProvidersFileIsReconciled();
    void whatThePayeeIsOwed();
    void nastyQuestions();
    void killedAtAnyMoment();

private:
    [[nodiscard]] Answer encorectl(const QStringList& arguments) const;
    [[nodiscard]] Answer other(const QString& program, const QStringList& arguments) const;
    QByteArray give(const char* name, const QByteArray& arguments, const char* at); ///< the refusal, or nothing
    void goLive(const QByteArray& label, const QByteArray& goal);
    [[nodiscard]] QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    [[nodiscard]] std::map<QString, qint64> ourBalances() const;

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
};

Answer tst_Books::other(const QString& program, const QStringList& arguments) const
{
    return encore::support::runProgram(program, arguments, m_environment);
}

Answer tst_Books::encorectl(const QStringList& arguments) const
{
    return other(QStringLiteral(ENCORECTL), arguments);
}

QByteArray tst_Books::give(const char* name, const QByteArray& arguments, const char* at)
{
    const Answer answer = encorectl({QStringLiteral("--json"), QStringLiteral("run"), QString::fromLatin1(name), QStringLiteral("--args"),
                                     QString::fromUtf8(arguments), QStringLiteral("--at"), QString::fromLatin1(at)});
    return answer.json().value(QStringLiteral("problem")).toObject().value(QStringLiteral("code")).toString().toLatin1();
}

void tst_Books::goLive(const QByteArray& label, const QByteArray& goal)
{
    QCOMPARE(give("CreateProject", "{\"label\":\"" + label + "\",\"author\":\"hana\",\"title\":\"봄 공연\",\"goal\":" + goal
                      + ",\"starts_at\":\"2026-11-01T00:00:00+09:00\",\"ends_at\":\"2026-12-01T00:00:00+09:00\",\"payee\":\"hana\","
                        "\"payout_account\":\"bank 1\",\"donations_only\":true}",
                  "2026-10-01T00:00:00Z"),
             QByteArray());
    const QByteArray which = "{\"project_id\":\"" + label + "\"}";
    QCOMPARE(give("SubmitProject", which, "2026-10-02T00:00:00Z"), QByteArray());
    QCOMPARE(give("ApproveProject", which, "2026-10-03T00:00:00Z"), QByteArray());
    QCOMPARE(give("StartProject", which, "2026-11-01T00:00:00+09:00"), QByteArray());
}

void tst_Books::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_environment.insert(QStringLiteral("ENCORE_WORKSPACE"), path("w.encore"));
    m_environment.insert(QStringLiteral("ENCORE_KEY_PASSPHRASE"), QStringLiteral("books"));
    m_environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8")); // hledger reads files in the locale's encoding
    QCOMPARE(encorectl({QStringLiteral("init")}).exitCode, 0);
    goLive("short", "1000000");
    goLive("full", "1000000");
    const auto pledge = [&](const char* label, const char* project, const char* amount, const char* at) {
        const QByteArray arguments = QByteArray("{\"label\":\"") + label + "\",\"project_id\":\"" + project + "\",\"extra\":" + amount + "}";
        return give("PlacePledge", arguments, at);
    };
    QCOMPARE(pledge("p0", "short", "999", "2026-11-02T00:00:00+09:00"), QByteArray("pledge.too_little"));
    QCOMPARE(pledge("p1", "short", "500000", "2026-11-02T00:00:00+09:00"), QByteArray());
    QCOMPARE(pledge("p2", "short", "499999", "2026-11-30T23:59:59.999+09:00"), QByteArray());
    QCOMPARE(pledge("p3", "short", "1000", "2026-12-01T00:00:00+09:00"), QByteArray("pledge.closed"));
    QCOMPARE(pledge("f1", "full", "400000", "2026-11-02T00:00:00+09:00"), QByteArray());
    QCOMPARE(pledge("f2", "full", "600000", "2026-11-30T23:59:59.999+09:00"), QByteArray());
    // One payment has an id that other programs could take for their own syntax; the others come from the worker.
    QCOMPARE(give("RecordPledgePayment", "{\"pledge_id\":\"f1\",\"result\":\"succeeded\",\"provider_transaction\":\"\\\" ; | \\\\ , = @1 \\n x\"}", "2026-11-02T00:00:01+09:00"),
             QByteArray());
    QCOMPARE(encorectl({QStringLiteral("work"), QStringLiteral("--at"), QStringLiteral("2026-11-30T23:59:59.999+09:00")}).exitCode, 0);
}

void tst_Books::campaignsEndAsTheRulesSay()
{
    const auto close = [&](const char* label, const char* at, bool planOnly = false) {
        QStringList arguments{QStringLiteral("close"), QString::fromLatin1(label), QStringLiteral("--at"), QString::fromLatin1(at)};
        if (planOnly)
            arguments << QStringLiteral("--plan");
        return encorectl(arguments);
    };
    const Answer plan = close("short", "2026-12-01T00:00:00+09:00", true);
    QCOMPARE(plan.exitCode, 0);
    QCOMPARE(plan.json().value(QStringLiteral("outcome")).toString(), QStringLiteral("failed"));
    QCOMPARE(plan.json().value(QStringLiteral("raised")).toInteger(), 999'999);
    QCOMPARE(plan.json().value(QStringLiteral("plan_hash")).toString().size(), 64);
    QCOMPARE(close("short", "2026-11-30T23:59:59.999+09:00").exitCode, 1);
    QCOMPARE(give("CloseProject", "{\"project_id\":\"short\"}", "2026-12-01T00:00:00+09:00"), QByteArray("json.missing"));
    QCOMPARE(give("CloseProject", "{\"project_id\":\"short\",\"plan_hash\":\"00\"}", "2026-12-01T00:00:00+09:00"), QByteArray("closing.plan_changed"));
    QCOMPARE(close("nothing", "2026-12-01T00:00:00+09:00").exitCode, 1);

    const Answer failed = close("short", "2026-12-01T00:00:00+09:00");
    QCOMPARE(failed.exitCode, 0);
    QCOMPARE(failed.json().value(QStringLiteral("state")).toString(), QStringLiteral("failed"));
    QCOMPARE(failed.json().value(QStringLiteral("raised_at_closing")).toInteger(), 999'999);
    QCOMPARE(failed.json().value(QStringLiteral("raised")).toInteger(), 0);
    const Answer pledges = encorectl({QStringLiteral("query"), QStringLiteral("Pledges"), QStringLiteral("--args"), QStringLiteral("{\"project_id\":\"short\"}")});
    for (int line = 0; line < 2; ++line)
        QCOMPARE(pledges.json(line).value(QStringLiteral("state")).toString(), QStringLiteral("refunded"));
    // What time brings about by itself does the other one.
    const Answer work = encorectl({QStringLiteral("work"), QStringLiteral("--at"), QStringLiteral("2026-12-01T00:00:00+09:00")});
    QCOMPARE(work.exitCode, 0);
    QCOMPARE(work.json().value(QStringLiteral("closed")).toInteger(), 1);
    QCOMPARE(close("full", "2026-12-02T00:00:00+09:00").json().value(QStringLiteral("state")).toString(), QStringLiteral("funded"));
}

std::map<QString, qint64> tst_Books::ourBalances() const
{
    std::map<QString, qint64> balances;
    const QList<QByteArray> lines = encorectl({QStringLiteral("query"), QStringLiteral("LedgerBalances")}).out.trimmed().split('\n');
    for (const QByteArray& line : lines) {
        const QJsonObject row = QJsonDocument::fromJson(line).object();
        balances[row.value(QStringLiteral("account")).toString()] = row.value(QStringLiteral("balance")).toInteger();
    }
    return balances;
}

/// Two walk-ins, coins that do not exist, shares of a discount, and a ticket that is printed, read off the paper, admitted and refunded.
void tst_Books::theBoxOfficeSells()
{
    const char* at = "2026-12-24T18:30:00+09:00";
    const auto sell = [&](const QByteArray& offer, int quantity, const QByteArray& more) {
        const Answer placed = encorectl({QStringLiteral("--json"), QStringLiteral("run"), QStringLiteral("PlaceOrder"), QStringLiteral("--at"), QLatin1String(at),
                                         QStringLiteral("--args"),
                                         QString::fromUtf8("{\"lines\":[{\"offer_id\":\"" + offer + "\",\"quantity\":" + QByteArray::number(quantity) + "}]" + more + "}")});
        const QByteArray label = placed.json().value(QStringLiteral("outcome")).toObject().value(QStringLiteral("label")).toString().toLatin1();
        const QByteArray refused = give("PayOrder", "{\"order_id\":\"" + label + R"(","tenders":[{"kind":"cash"}]})", at);
        return refused.isEmpty() ? label : refused;
    };
    QCOMPARE(give("SchedulePerformance", R"({"label":"eve","title":"성탄 전야","starts_at":"2026-12-24T19:00:00+09:00"})", at), QByteArray());
    for (const char* offer : {R"({"label":"o60","title":"스탠딩","performance_id":"eve","price":60000})", R"({"label":"o12","title":"늦은 입장","performance_id":"eve","price":12345})",
                              R"({"label":"o33","title":"발코니","performance_id":"eve","price":33333})"})
        QCOMPARE(give("CreateOffer", offer, at), QByteArray());
    QCOMPARE(give("OpenDay", R"({"float":100000})", at), QByteArray());
    const QByteArray first = sell("o60", 1, {});
    const QByteArray second = sell("o60", 1, {});
    QVERIFY(first != second && first.size() == 14);
    QCOMPARE(ourBalances().at(QStringLiteral("Assets:Cash:Main")), 220'000);
    (void)sell("o12", 1, {});
    QCOMPARE(ourBalances().at(QStringLiteral("Assets:Cash:Main")), 232'340);
    QCOMPARE(ourBalances().at(QStringLiteral("Expenses:CashRounding")), 5);
    QCOMPARE(give("CreateCoupon", R"({"label":"ten","name":"만 원","amount":10000})", at), QByteArray());
    QCOMPARE(give("ClaimCoupon", R"({"coupon_id":"ten","email":"mina@example.org"})", at), QByteArray());
    const QByteArray three = sell("o33", 3, R"(,"buyer_email":"mina@example.org","best_coupon":true)");
    QCOMPARE(ourBalances().at(QStringLiteral("Assets:Cash:Main")), 232'340 + 89'990);
    QCOMPARE(give("RefundOrder", "{\"order_id\":\"" + three + R"(","lines":[2],"reason":"ill"})", at), QByteArray());
    QCOMPARE(ourBalances().at(QStringLiteral("Assets:Cash:Main")), 232'340 + 59'990);

    QCOMPARE(encorectl({QStringLiteral("ticket"), QStringLiteral("keygen")}).exitCode, 0);
    QCOMPARE(encorectl({QStringLiteral("ticket"), QStringLiteral("pdf"), QString::fromLatin1(three), path("tickets.pdf")}).exitCode, 0);
    QCOMPARE(encorectl({QStringLiteral("ticket"), QStringLiteral("receipt"), QString::fromLatin1(three), path("receipt.pdf")}).exitCode, 0);
    QVERIFY(QFile(path("receipt.pdf")).size() > 1'000);
    QFile gates(path("gates.json"));
    QVERIFY(gates.open(QIODevice::WriteOnly));
    gates.write(R"({"format":"encore-bundle/1","gates":[{"id":"G","name":"Gate"}]})");
    gates.close();
    QCOMPARE(encorectl({QStringLiteral("import"), path("gates.json")}).exitCode, 0);
    const QStringList scan{QStringLiteral("--json"), QStringLiteral("door"), QStringLiteral("scan"), QStringLiteral("--gate"), QStringLiteral("G"), QStringLiteral("--at"),
                           QLatin1String(at), QStringLiteral("--image"), path("tickets.pdf")};
    const Answer admitted = encorectl(scan);
    QCOMPARE(admitted.exitCode, 0);
    QCOMPARE(admitted.out.count(R"("verdict":"admitted")"), 2); // lines 1 and 3; the refunded one is not on the paper any more
    QCOMPARE(give("RefundOrder", "{\"order_id\":\"" + first + R"(","reason":"ill"})", at), QByteArray());
    QCOMPARE(encorectl({QStringLiteral("ticket"), QStringLiteral("pdf"), QString::fromLatin1(first), path("none.pdf")}).exitCode, 1);
}

void tst_Books::tablesAreImported()
{
    QCOMPARE(give("CreateProject", R"({"label":"tables","author":"hana","title":"Tables"})", "2026-11-01T00:00:00Z"), QByteArray());
    const auto table = [&](const QByteArray& bytes, const QStringList& more) {
        QFile file(path("rewards.csv"));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        file.close();
        return encorectl(QStringList{QStringLiteral("--json"), QStringLiteral("table"), QStringLiteral("rewards"), path("rewards.csv")} + more);
    };
    const QStringList project{QStringLiteral("--project"), QStringLiteral("tables")};
    const auto count = [&] {
        return encorectl({QStringLiteral("--json"), QStringLiteral("query"), QStringLiteral("Rewards"), QStringLiteral("--args"), QStringLiteral("{\"project_id\":\"tables\"}")})
            .out.count('\n');
    };
    const QByteArray good = "\xEF\xBB\xBFTitle,Price\r\nPoster,\"15,000\"\r\n=cmd(),1000\r\n";
    QCOMPARE(table(good, project + QStringList{QStringLiteral("--preview")}).exitCode, 0);
    QCOMPARE(count(), 0);
    QCOMPARE(table("Title,Price\nPoster,15000\nCap,1e3\n", project).exitCode, 1);
    QCOMPARE(count(), 0);
    QCOMPARE(table(good, project).exitCode, 0);
    QCOMPARE(count(), 2);
    QCOMPARE(table(good, project).exitCode, 0); // the same again changes nothing
    QCOMPARE(count(), 2);
    QCOMPARE(table(QByteArray("\x89PNG\0\1", 6), project).exitCode, 1);
    QCOMPARE(table(good, {QStringLiteral("--project"), QStringLiteral("nobody")}).exitCode, 1);
    QCOMPARE(encorectl({QStringLiteral("table"), QStringLiteral("rewards"), path("none.csv")}).exitCode, 3);
    QCOMPARE(encorectl({QStringLiteral("table"), QStringLiteral("people"), path("rewards.csv")}).exitCode, 2);
}

void tst_Books::theBooksAreSound()
{
    const Answer verified = encorectl({QStringLiteral("--json"), QStringLiteral("ledger"), QStringLiteral("verify")});
    QCOMPARE(verified.exitCode, 0);
    QVERIFY(verified.json().value(QStringLiteral("sound")).toBool());
    QVERIFY(verified.json().value(QStringLiteral("entries")).toInteger() >= 11);
    for (const auto& [account, balance] : ourBalances()) {
        if (account.startsWith(QStringLiteral("Liabilities:Escrow")))
            QCOMPARE(balance, 0);
        else if (account.startsWith(QStringLiteral("Liabilities:Payable")))
            QCOMPARE(balance, -912'000);
    }
    QCOMPARE(encorectl({QStringLiteral("audit"), QStringLiteral("verify")}).exitCode, 0);
}

void tst_Books::hledgerAgrees()
{
    const QString journal = path("books.journal");
    QCOMPARE(encorectl({QStringLiteral("ledger"), QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("hledger"), QStringLiteral("--out"), journal}).exitCode, 0);
    const Answer checked = other(QStringLiteral("hledger"), {QStringLiteral("-f"), journal, QStringLiteral("check"), QStringLiteral("--strict")});
    QVERIFY2(checked.exitCode == 0, checked.err.constData());
    const Answer balances = other(QStringLiteral("hledger"), {QStringLiteral("-f"), journal, QStringLiteral("balance"), QStringLiteral("-N"), QStringLiteral("-E"),
                                                              QStringLiteral("--flat"), QStringLiteral("-O"), QStringLiteral("csv")});
    std::map<QString, qint64> theirs;
    QList<QByteArray> lines = balances.out.trimmed().split('\n');
    lines.removeFirst(); // the headings
    for (const QByteArray& line : lines) {
        const QList<QByteArray> cells = QByteArray(line).replace('"', "").split(',');
        theirs[QString::fromUtf8(cells.value(0))] = cells.value(1).split(' ').value(0).toLongLong();
    }
    QVERIFY(theirs.size() >= 7);
    QVERIFY(theirs == ourBalances());
    // The check can fail: one won more in one posting.
    QFile file(journal);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray text = file.readAll();
    text.replace("  400000 KRW", "  400001 KRW");
    QFile broken(path("broken.journal"));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write(text);
    broken.close();
    QVERIFY(other(QStringLiteral("hledger"), {QStringLiteral("-f"), broken.fileName(), QStringLiteral("check")}).exitCode != 0);
}

void tst_Books::beancountAgrees()
{
    const QString journal = path("books.beancount");
    QCOMPARE(encorectl({QStringLiteral("ledger"), QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("beancount"), QStringLiteral("--out"), journal}).exitCode, 0);
    const Answer checked = other(QStringLiteral("bean-check"), {journal});
    QVERIFY2(checked.exitCode == 0, QByteArray(checked.err + checked.out).constData());
    // It proves a balance for each account: ours.
    QFile file(journal);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray text = file.readAll();
    QCOMPARE(size_t(text.count(" balance ")), ourBalances().size());
    text.replace("-912000 KRW\n", "-912001 KRW\n");
    QFile broken(path("broken.beancount"));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write(text);
    broken.close();
    QVERIFY(other(QStringLiteral("bean-check"), {broken.fileName()}).exitCode != 0);
}

void tst_Books::aPartOfTheBooks()
{
    for (const char* format : {"hledger", "beancount"}) {
        const QString journal = path("part");
        QCOMPARE(encorectl({QStringLiteral("ledger"), QStringLiteral("export"), QStringLiteral("--format"), QString::fromLatin1(format), QStringLiteral("--out"), journal,
                            QStringLiteral("--until-seq"), QStringLiteral("3")})
                     .exitCode,
                 0);
        const Answer checked = QByteArray(format) == "hledger" ? other(QStringLiteral("hledger"), {QStringLiteral("-f"), journal, QStringLiteral("check")})
                                                               : other(QStringLiteral("bean-check"), {journal});
        QVERIFY2(checked.exitCode == 0, QByteArray(checked.err + checked.out).constData());
    }
    // The same cut gives the same bytes for ever.
    const QStringList cut{QStringLiteral("ledger"), QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("json"), QStringLiteral("--until-seq"), QStringLiteral("3")};
    const Answer first = encorectl(cut);
    QCOMPARE(first.out.count('\n'), 3);
    QCOMPARE(encorectl(cut).out, first.out);
}

void tst_Books::csvAndJson()
{
    const Answer csv = encorectl({QStringLiteral("ledger"), QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("csv")});
    QVERIFY(csv.out.startsWith("entry,line,at,kind,account,currency,amount,"));
    qint64 sum = 0;
    QList<QByteArray> lines = csv.out.split('\n');
    lines.removeFirst();
    for (const QByteArray& line : lines)
        sum += line.split(',').value(6).toLongLong();
    QCOMPARE(sum, 0);
    const Answer json = encorectl({QStringLiteral("ledger"), QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("json")});
    QCOMPARE(json.json().value(QStringLiteral("kind")).toString(), QStringLiteral("pledge_paid"));
    QCOMPARE(json.json().value(QStringLiteral("postings")).toArray().size(), 2);
}

/// What Toss would say of everything that the simulated provider moved.
void tst_Books::aProvidersFileIsReconciled()
{
    const Answer books = encorectl({QStringLiteral("ledger"), QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("json")});
    QJsonArray settlements;
    qint64 sum = 0;
    for (const QByteArray& line : books.out.split('\n')) {
        const QJsonObject entry = QJsonDocument::fromJson(line).object();
        qint64 amount = 0;
        for (const QJsonValue& posting : entry.value(QStringLiteral("postings")).toArray()) {
            if (posting[QStringLiteral("kind")].toString() == u"provider_receivable" && posting[QStringLiteral("scope")].toString() == u"simulated")
                amount += posting[QStringLiteral("amount")].toInteger();
        }
        if (amount == 0)
            continue;
        sum += amount;
        QJsonObject one{{QStringLiteral("paymentKey"), entry.value(QStringLiteral("transaction"))}, {QStringLiteral("transactionKey"), QString::number(settlements.size())},
                        {QStringLiteral("orderId"), entry.value(QStringLiteral("pledge"))}, {QStringLiteral("approvedAt"), entry.value(QStringLiteral("at"))},
                        {QStringLiteral("paidOutDate"), QStringLiteral("2026-12-10")}, {QStringLiteral("amount"), amount}, {QStringLiteral("fee"), 11},
                        {QStringLiteral("supplyAmount"), 10}, {QStringLiteral("vat"), 1}, {QStringLiteral("payOutAmount"), amount - 11}};
        if (amount < 0)
            one.insert(QStringLiteral("cancel"), QJsonObject{{QStringLiteral("canceledAt"), entry.value(QStringLiteral("at"))}});
        settlements.append(one);
    }
    QVERIFY(settlements.size() >= 4);
    const auto reconcile = [&](const QJsonArray& lines, const QStringList& more = {}) {
        QFile file(path("toss.json"));
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(lines).toJson()) <= 0)
            qFatal("no file");
        file.close();
        return encorectl(QStringList{QStringLiteral("--json"), QStringLiteral("reconcile"), QStringLiteral("--provider"), QStringLiteral("toss"), QStringLiteral("--account"),
                                     QStringLiteral("simulated"), path("toss.json")}
                         + more);
    };
    const Answer clean = reconcile(settlements, {QStringLiteral("--out"), path("toss.csv")});
    QCOMPARE(clean.exitCode, 0);
    QCOMPARE(clean.json().value(QStringLiteral("lines")).toInteger(), settlements.size());
    QCOMPARE(clean.json().value(QStringLiteral("file_gross")).toObject().value(QStringLiteral("KRW")).toInteger(), sum);
    QCOMPARE(clean.json().value(QStringLiteral("book_amount")).toObject().value(QStringLiteral("KRW")).toInteger(), sum);
    QFile csv(path("toss.csv"));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QCOMPARE(csv.readAll().count("MATCHED"), settlements.size());
    QJsonArray wrong = settlements;
    QJsonObject first = wrong[0].toObject();
    first.insert(QStringLiteral("amount"), first.value(QStringLiteral("amount")).toInteger() + 1);
    wrong[0] = first;
    const Answer differs = reconcile(wrong);
    QCOMPARE(differs.exitCode, 1);
    QCOMPARE(differs.json().value(QStringLiteral("statuses")).toObject().value(QStringLiteral("AMOUNT_MISMATCH")).toObject().value(QStringLiteral("lines")).toInteger(), 1);
    QVERIFY(differs.json().value(QStringLiteral("hash")) != clean.json().value(QStringLiteral("hash")));
    QVERIFY(QFile::resize(path("toss.json"), qint64(1) << 30));
    const Answer huge = encorectl({QStringLiteral("reconcile"), QStringLiteral("--provider"), QStringLiteral("toss"), path("toss.json")});
    QCOMPARE(huge.exitCode, 1);
    QVERIFY(huge.err.contains("larger than"));
    QCOMPARE(encorectl({QStringLiteral("reconcile"), QStringLiteral("--provider"), QStringLiteral("toss"), path("nothing")}).exitCode, 3);
    QCOMPARE(encorectl({QStringLiteral("reconcile"), QStringLiteral("--provider"), QStringLiteral("generic"), path("toss.csv")}).exitCode, 2);
}

void tst_Books::whatThePayeeIsOwed()
{
    const auto settlement = [&](const QStringList& more) { return encorectl(QStringList{QStringLiteral("settlement")} + more); };
    const Answer json = settlement({QStringLiteral("export"), QStringLiteral("--project"), QStringLiteral("full"), QStringLiteral("--format"), QStringLiteral("json")});
    QCOMPARE(json.exitCode, 0);
    const QJsonObject made = json.json();
    QCOMPARE(made.value(QStringLiteral("lines")).toArray().size(), 2);
    QCOMPARE(made.value(QStringLiteral("closing")).toInteger(), 1'000'000 - 55'000 - 33'000);
    QCOMPARE(made.value(QStringLiteral("hash")).toString().size(), 64);
    const QString until = QString::number(made.value(QStringLiteral("until_seq")).toInteger());
    QCOMPARE(settlement({QStringLiteral("export"), QStringLiteral("--project"), QStringLiteral("full"), QStringLiteral("--format"), QStringLiteral("json"),
                         QStringLiteral("--until-seq"), until}).out, json.out);
    QCOMPARE(settlement({QStringLiteral("export"), QStringLiteral("--project"), QStringLiteral("full"), QStringLiteral("--format"), QStringLiteral("csv"),
                         QStringLiteral("--out"), path("settlement.csv")}).exitCode, 0);
    QFile csv(path("settlement.csv"));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QCOMPARE(csv.readAll().count("\r\n"), 3);
    QCOMPARE(settlement({QStringLiteral("show"), QStringLiteral("--project"), QStringLiteral("short")}).exitCode, 0); // it failed, and costs nothing
    QVERIFY(settlement({QStringLiteral("show"), QStringLiteral("--project"), QStringLiteral("full")}).out.contains("912000 KRW"));
    QCOMPARE(settlement({QStringLiteral("show"), QStringLiteral("--project"), QStringLiteral("none")}).exitCode, 1);
    QCOMPARE(settlement({QStringLiteral("export"), QStringLiteral("--project"), QStringLiteral("full"), QStringLiteral("--format"), QStringLiteral("pdf")}).exitCode, 2);
    QCOMPARE(settlement({QStringLiteral("show"), QStringLiteral("--project"), QStringLiteral("full"), QStringLiteral("--until-seq"), QStringLiteral("x")}).exitCode, 2);
}

void tst_Books::nastyQuestions()
{
    QCOMPARE(encorectl({QStringLiteral("ledger"), QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("pdf")}).exitCode, 2);
    QCOMPARE(encorectl({QStringLiteral("ledger"), QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("csv"), QStringLiteral("--until-seq"), QStringLiteral("x")}).exitCode, 2);
    QCOMPARE(encorectl({QStringLiteral("ledger"), QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("csv"), QStringLiteral("--out"), QStringLiteral("/nowhere/at/all")}).exitCode, 3);
    QCOMPARE(encorectl({QStringLiteral("ledger")}).exitCode, 2);
    QCOMPARE(encorectl({QStringLiteral("close")}).exitCode, 2);
    QCOMPARE(encorectl({QStringLiteral("close"), QStringLiteral("short"), QStringLiteral("--at"), QStringLiteral("tomorrow")}).exitCode, 2);
    QCOMPARE(encorectl({QStringLiteral("work"), QStringLiteral("--at"), QStringLiteral("2026-12-01T00:00:00")}).exitCode, 2);
    QCOMPARE(encorectl({QStringLiteral("query"), QStringLiteral("Pledges"), QStringLiteral("--args"), QStringLiteral("{\"project_id\":\"short\",\"limit\":0}")}).exitCode, 1);
}

/// The program is killed again and again while a campaign ends; the books end as they end undisturbed.
void tst_Books::killedAtAnyMoment()
{
    const auto on = [&](const char* workspace, const QStringList& arguments) { return QStringList{QStringLiteral("--workspace"), path(workspace)} + arguments; };
    QCOMPARE(encorectl(on("whole.encore", {QStringLiteral("init")})).exitCode, 0);
    QCOMPARE(encorectl(on("whole.encore", {QStringLiteral("demo"), QStringLiteral("--scale"), QStringLiteral("venue")})).exitCode, 0);
    const Answer before = encorectl(on("whole.encore", {QStringLiteral("query"), QStringLiteral("Projects"), QStringLiteral("--args"), QStringLiteral("{\"project_id\":\"demo-rock\"}")}));
    QCOMPARE(before.json().value(QStringLiteral("state")).toString(), QStringLiteral("live"));
    const QStringList work{QStringLiteral("work"), QStringLiteral("--at"), before.json().value(QStringLiteral("ends_at")).toString()};
    QVERIFY(QFile::copy(path("whole.encore"), path("killed.encore")));
    QCOMPARE(encorectl(on("whole.encore", work)).exitCode, 0);
    int killed = 0;
    for (int round = 0; round < 25; ++round) {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.start(QStringLiteral(ENCORECTL), on("killed.encore", work));
        QVERIFY(process.waitForStarted());
        if (!process.waitForFinished(10 + round * 4)) {
            process.kill();
            QVERIFY(process.waitForFinished());
            ++killed;
        }
    }
    QVERIFY(killed > 0);
    QCOMPARE(encorectl(on("killed.encore", work)).exitCode, 0);
    QCOMPARE(encorectl(on("killed.encore", {QStringLiteral("audit"), QStringLiteral("verify")})).exitCode, 0);
    const QStringList books{QStringLiteral("ledger"), QStringLiteral("export"), QStringLiteral("--format"), QStringLiteral("json")};
    // Refunds of an earlier step may have gone out before a later step was made, so that the order differs, and nothing else.
    const auto entries = [&](const char* workspace) {
        QByteArrayList lines;
        for (const QByteArray& line : encorectl(on(workspace, books)).out.trimmed().split('\n')) {
            QJsonObject entry = QJsonDocument::fromJson(line).object();
            entry.remove(QStringLiteral("entry"));
            lines << QJsonDocument(entry).toJson(QJsonDocument::Compact);
        }
        std::sort(lines.begin(), lines.end());
        return lines;
    };
    const QByteArrayList whole = entries("whole.encore");
    QVERIFY(whole.size() > 4'000);
    QVERIFY(entries("killed.encore") == whole);
    const Answer after = encorectl(on("killed.encore", {QStringLiteral("query"), QStringLiteral("Projects"), QStringLiteral("--args"), QStringLiteral("{\"project_id\":\"demo-rock\"}")}));
    QVERIFY(after.json().value(QStringLiteral("state")).toString() == QStringLiteral("failed") || after.json().value(QStringLiteral("state")).toString() == QStringLiteral("funded"));
}

QTEST_GUILESS_MAIN(tst_Books)
#include "tst_books.moc"
