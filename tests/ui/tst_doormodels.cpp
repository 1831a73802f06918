// SPDX-License-Identifier: GPL-3.0-or-later
#include <QTest>
class tst_x : public QObject { Q_OBJECT };
QTEST_MAIN(tst_x)
#include "tst_doormodels.moc"
