// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/datatable.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QStandardItemModel>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace encore;

class tst_DataTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sortsByValue();
    void sortsWordsAsPeopleDo();
    void filters();
    void copies();
    void writesCsv_data();
    void writesCsv();
    void remembersItsColumns();
    void saysWhenThereIsNothing();

private:
    [[nodiscard]] QString column(int number) const;
    void addRow(const QString& name, int inside, const QString& shown) const;
    void makeTable();

    QTemporaryDir m_folder;
    std::unique_ptr<QSettings> m_settings;
    ui::Theme m_theme;
    std::unique_ptr<QStandardItemModel> m_model;
    std::unique_ptr<ui::DataTable> m_table;
};

void tst_DataTable::init()
{
    QLocale::setDefault(QLocale(QLocale::English));
    m_settings = std::make_unique<QSettings>(m_folder.filePath(QStringLiteral("table.ini")), QSettings::IniFormat);
    m_settings->clear();
    m_model = std::make_unique<QStandardItemModel>(0, 2);
    m_model->setHorizontalHeaderLabels({QStringLiteral("Gate"), QStringLiteral("Inside")});
    addRow(QStringLiteral("Gate 10"), 900, QStringLiteral("900"));
    addRow(QStringLiteral("gate 9"), 1200, QStringLiteral("1,200"));
    addRow(QString::fromUtf8("가문"), 7, QStringLiteral("7"));
    makeTable();
}

void tst_DataTable::makeTable()
{
    m_table = std::make_unique<ui::DataTable>(*m_model, QStringLiteral("gates"), *m_settings, m_theme);
    m_table->setCaption(QStringLiteral("Gates"));
    m_table->setEmptyText(QStringLiteral("There is nothing."));
    m_table->resize(600, 300);
    m_table->show();
}

void tst_DataTable::cleanup()
{
    m_table.reset();
    m_model.reset();
}

void tst_DataTable::addRow(const QString& name, int inside, const QString& shown) const
{
    auto* number = new QStandardItem(shown);
    number->setData(inside, ui::SortRole);
    m_model->appendRow({new QStandardItem(name), number});
}

QString tst_DataTable::column(int number) const
{
    QStringList cells;
    for (int row = 0; row < m_table->view()->model()->rowCount(); ++row)
        cells << m_table->view()->model()->index(row, number).data().toString();
    return cells.join(u'|');
}

void tst_DataTable::sortsByValue()
{
    const QAbstractItemModelTester tester(m_table->view()->model());
    m_table->view()->sortByColumn(1, Qt::AscendingOrder);
    QCOMPARE(column(1), QStringLiteral("7|900|1,200"));
    m_table->view()->sortByColumn(1, Qt::DescendingOrder);
    QCOMPARE(column(1), QStringLiteral("1,200|900|7"));
    addRow(QStringLiteral("New"), 1000, QStringLiteral("1,000"));
    QCOMPARE(column(1), QStringLiteral("1,200|1,000|900|7"));
    m_table->view()->sortByColumn(-1, Qt::AscendingOrder);
    QCOMPARE(column(1), QStringLiteral("900|1,200|7|1,000"));
}

void tst_DataTable::sortsWordsAsPeopleDo()
{
    m_table->view()->sortByColumn(0, Qt::AscendingOrder);
    QVERIFY(column(0).startsWith(QStringLiteral("gate 9|Gate 10")));
}

void tst_DataTable::filters()
{
    auto* field = m_table->findChild<QLineEdit*>(QStringLiteral("gatesFilterLineEdit"));
    QTest::keyClicks(field, QStringLiteral("GATE"));
    QCOMPARE(column(0), QStringLiteral("Gate 10|gate 9"));
    QCOMPARE(m_table->findChild<QLabel*>(QStringLiteral("gatesCountLabel"))->text(), QStringLiteral("2 of 3"));
    field->setText(QStringLiteral("nowhere"));
    QCOMPARE(column(0), QString());
    QVERIFY(!m_table->view()->isHidden());
    field->clear();
    QCOMPARE(m_table->view()->model()->rowCount(), 3);
}

void tst_DataTable::copies()
{
    addRow(QStringLiteral("two\tcells\nand lines"), 1, QStringLiteral("1"));
    QVERIFY(QTest::qWaitForWindowActive(m_table.get()));
    m_table->view()->setFocus();
    m_table->view()->selectAll();
    QTest::keyClick(m_table->view(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromUtf8("Gate 10\t900\ngate 9\t1,200\n가문\t7\ntwo cells and lines\t1\n"));
}

void tst_DataTable::writesCsv_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("plain") << QStringLiteral("Kim") << QByteArray("Kim");
    QTest::newRow("comma") << QStringLiteral("Kim, Min") << QByteArray("\"Kim, Min\"");
    QTest::newRow("quote") << QStringLiteral("Kim \"M\"") << QByteArray("\"Kim \"\"M\"\"\"");
    QTest::newRow("line end") << QStringLiteral("Kim\nMin") << QByteArray("\"Kim\nMin\"");
    QTest::newRow("formula") << QStringLiteral("=1+1") << QByteArray("'=1+1");
    QTest::newRow("at") << QStringLiteral("@SUM(A1)") << QByteArray("'@SUM(A1)");
    QTest::newRow("negative number") << QStringLiteral("-5") << QByteArray("-5");
}

void tst_DataTable::writesCsv()
{
    QFETCH(QString, text);
    QFETCH(QByteArray, cell);
    QStandardItemModel model(0, 1);
    model.setHorizontalHeaderLabels({QStringLiteral("Name")});
    model.appendRow(new QStandardItem(text));
    QCOMPARE(ui::commaSeparated(model, {0}), "\xEF\xBB\xBFName\r\n" + cell + "\r\n");
}

void tst_DataTable::remembersItsColumns()
{
    auto* menu = m_table->findChild<QMenu*>(QStringLiteral("gatesMenu"));
    const auto actionOf = [&](const char* text) {
        Q_EMIT menu->aboutToShow();
        for (QAction* action : menu->actions()) {
            if (action->text() == QLatin1String(text))
                return action;
        }
        return static_cast<QAction*>(nullptr);
    };
    actionOf("Gate")->trigger();
    QVERIFY(m_table->view()->isColumnHidden(0));
    QVERIFY(!actionOf("Inside")->isEnabled()); // one stays
    m_table->view()->sortByColumn(1, Qt::DescendingOrder);
    makeTable();
    QVERIFY(m_table->view()->isColumnHidden(0));
    QCOMPARE(column(1), QStringLiteral("1,200|900|7"));
    menu = m_table->findChild<QMenu*>(QStringLiteral("gatesMenu"));
    actionOf("As at first")->trigger();
    QVERIFY(!m_table->view()->isColumnHidden(0));
    QCOMPARE(column(1), QStringLiteral("900|1,200|7"));
}

void tst_DataTable::saysWhenThereIsNothing()
{
    auto* empty = m_table->findChild<QLabel*>(QStringLiteral("gatesEmptyLabel"));
    QVERIFY(!empty->isVisible());
    m_model->removeRows(0, 3);
    QVERIFY(empty->isVisible());
    QVERIFY(!m_table->view()->isVisible());
    QCOMPARE(empty->text(), QStringLiteral("There is nothing."));
}

QTEST_MAIN(tst_DataTable)
#include "tst_datatable.moc"
