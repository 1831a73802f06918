// SPDX-License-Identifier: GPL-3.0-or-later

// A group before the steward: one code, and how many of how many.

#include "doorscene.h"

#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace encore;
using namespace encore::tests;

class tst_DoorGroup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aGroupComesInByOneCode();

private:
    std::unique_ptr<DoorScene> m_scene;
};

void tst_DoorGroup::init()
{
    m_scene = std::make_unique<DoorScene>();
    m_scene->open();
    m_scene->page->resize(1280, 800);
    m_scene->page->show();
    m_scene->page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_scene->page.get()));
}

void tst_DoorGroup::aGroupComesInByOneCode()
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

QTEST_MAIN(tst_DoorGroup)
#include "tst_doorgroup.moc"
