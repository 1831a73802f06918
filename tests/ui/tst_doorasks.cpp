// SPDX-License-Identifier: GPL-3.0-or-later

// What the steward can do about a verdict: let more of a group in, take the money for an unpaid ticket.

#include "commands/orders/orders.h"
#include "commands/orders/salequeries.h"
#include "doorscene.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace encore;
using namespace encore::tests;

class tst_DoorAsks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void takesTheMoney();
    void aGroupComesInByOneCode();

private:
    std::unique_ptr<DoorScene> m_scene;
};

void tst_DoorAsks::init()
{
    m_scene = std::make_unique<DoorScene>();
    m_scene->open();
    m_scene->page->resize(1280, 800);
    m_scene->page->show();
    m_scene->page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_scene->page.get()));
}

void tst_DoorAsks::takesTheMoney()
{
    commands::Orders::Row order;
    order.orderId = domain::OrderId(QUuid::createUuid());
    order.label = m_scene->verdicts[QStringLiteral("UNPAID")].orderLabel;
    order.payable = 60'000;
    order.currency = QStringLiteral("KRW");
    m_scene->queries.setRows<commands::Orders>({order});
    bool isOpen = false; // the drawer
    m_scene->commandRunner.execute = [&](const commands::CommandRequest&) -> domain::Result<commands::Outcome> {
        if (!isOpen)
            return domain::error(domain::ErrorCode::Refused, domain::message("drawer.not_open").with("drawer", QStringLiteral("main")));
        m_scene->verdicts[QStringLiteral("UNPAID")].kind = door::VerdictKind::Admitted;
        m_scene->verdicts[QStringLiteral("UNPAID")].reason.reset();
        commands::OrderMade made;
        made.change = 40'000;
        commands::Outcome outcome;
        outcome.json = commands::encodeText(made);
        return outcome;
    };
    m_scene->source.scan("UNPAID");
    QTRY_VERIFY(m_scene->find<QPushButton>("takeMoneyButton")->isVisible());
    QTest::mouseClick(m_scene->find<QPushButton>("takeMoneyButton"), Qt::LeftButton);
    // Whoever takes money answers for it: the PIN of this desk first.
    QTRY_VERIFY(m_scene->page->findChild<QLineEdit*>(QStringLiteral("pinLineEdit")));
    auto* pin = m_scene->find<QLineEdit>("pinLineEdit");
    QTest::keyClicks(pin, QStringLiteral("2468"));
    QTest::keyClick(pin, Qt::Key_Return);
    QTRY_VERIFY(m_scene->page->findChild<QLineEdit*>(QStringLiteral("cashGivenLineEdit")));
    auto* given = m_scene->find<QLineEdit>("cashGivenLineEdit");
    QTRY_VERIFY(given->isEnabled());
    QTest::keyClicks(given, QStringLiteral("100000"));
    QTest::mouseClick(m_scene->find<QPushButton>("takeCashButton"), Qt::LeftButton);
    QTRY_VERIFY(m_scene->find<QLabel>("takeMoneyFaultLabel")->isVisible()); // the drawer is not open: nothing was taken
    const size_t asked = m_scene->doorService.inputs.size();
    isOpen = true;
    QTRY_VERIFY(m_scene->find<QPushButton>("takeCashButton")->isEnabled());
    QTest::mouseClick(m_scene->find<QPushButton>("takeCashButton"), Qt::LeftButton);
    QTRY_VERIFY(m_scene->find<QWidget>("verdictView")->accessibleName().startsWith(QStringLiteral("GO")));
    QCOMPARE(m_scene->doorService.inputs.size(), asked + 1);
    QVERIFY(!m_scene->doorService.inputs.back().allowUnpaid); // it is paid now
    QCOMPARE(m_scene->commandRunner.requests.back().name, QByteArray("PayOrder"));
    QVERIFY(m_scene->commandRunner.requests.back().arguments.contains("100000"));
}

void tst_DoorAsks::aGroupComesInByOneCode()
{
    int inside = 0;
    m_scene->doorService.decide = [&](const commands::ScanInput& input) -> domain::Result<door::Verdict> {
        door::Verdict verdict = admitted("Choir", "");
        for (int person = 0; person < input.people.value_or(1); ++person) {
            ++inside;
            const domain::ScanId scan(uuid("choir/scan" + QByteArray::number(inside)));
            if (person > 0)
                verdict.earlierScanIds.push_back(*verdict.scanId);
            verdict.scanId = scan;
            verdict.ticketId = domain::TicketId(uuid("choir" + QByteArray::number(inside)));
        }
        verdict.group = door::GroupCount{inside, 5};
        return verdict;
    };
    const auto said = [this] { return m_scene->find<QWidget>("verdictView")->accessibleName(); };
    m_scene->source.scan("CHOIR");
    QTRY_VERIFY(said().contains(QStringLiteral("1 of 5 inside")));
    auto* oneMore = m_scene->find<QPushButton>("oneMoreButton");
    QTRY_VERIFY(oneMore->isVisible());
    QVERIFY(!m_scene->find<QPushButton>("discardButton")->isVisible()); // they are in: there is nothing to call off
    QTest::mouseClick(oneMore, Qt::LeftButton);
    QTRY_VERIFY(said().contains(QStringLiteral("2 of 5 inside")));
    QCOMPARE(m_scene->doorService.inputs.back().people, 1);
    QCOMPARE(m_scene->find<QPushButton>("allTheRestButton")->text(), QStringLiteral("All the rest (3)"));
    QTest::mouseClick(m_scene->find<QPushButton>("allTheRestButton"), Qt::LeftButton);
    QTRY_VERIFY(said().contains(QStringLiteral("5 of 5 inside")));
    QCOMPARE(m_scene->doorService.inputs.back().people, 3);
    QVERIFY(!oneMore->isVisible());
    // One row for each time they passed; the three are taken back together.
    auto* list = m_scene->find<QListView>("historyListView");
    QCOMPARE(list->model()->rowCount(), 3);
    QVERIFY(list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("3 people")));
    m_scene->commandRunner.execute = [](const commands::CommandRequest&) { return domain::Result<commands::Outcome>(commands::Outcome()); };
    list->setCurrentIndex(list->model()->index(0, 0));
    const size_t asked = m_scene->commandRunner.requests.size();
    QTest::keyClick(m_scene->page.get(), Qt::Key_Z, Qt::ControlModifier);
    auto* menu = m_scene->find<QMenu>("undoMenu");
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(menu->findChild<QAction*>(QStringLiteral("turnedBackAction"))).center());
    QTRY_COMPARE(m_scene->commandRunner.requests.size(), asked + 3);
    for (size_t i = asked; i < asked + 3; ++i)
        QCOMPARE(m_scene->commandRunner.requests[i].name, QByteArray("UndoScan"));
}

QTEST_MAIN(tst_DoorAsks)
#include "tst_doorasks.moc"
