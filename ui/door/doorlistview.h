// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "doorlistprinter.h"
#include "ui/common/services.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace encore::ui
{

class DoorSession;

/// Prints the door list, and takes in later what was ticked on it.
class DoorListView final : public QWidget
{
    Q_OBJECT

public:
    DoorListView(const Services& services, DoorSession& session, QWidget* parent = nullptr);
    void setZone(const domain::EventZone& zone) { m_zone = zone; }
    void setPerformances(const std::vector<commands::DoorPerformances::Row>& performances);
    /// Asks for the list of the chosen performance and writes it as PDF.
    void savePdf(const QString& path);

Q_SIGNALS:
    void ticksEntered();

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void fillCombo();
    void withSheet(const std::function<void(const DoorListSheet&)>& use);
    void print();
    void choosePdf();
    void enterTicks();

    Services m_services;
    DoorSession& m_session;
    domain::EventZone m_zone = domain::EventZone::utc();
    std::vector<commands::DoorPerformances::Row> m_performances;
    QLabel* m_intro = nullptr;
    QLabel* m_which = nullptr;
    QComboBox* m_performance = nullptr;
    QPushButton* m_print = nullptr;
    QPushButton* m_pdf = nullptr;
    QLabel* m_ticksIntro = nullptr;
    QPushButton* m_ticks = nullptr;
    QLabel* m_state = nullptr;
};

} // namespace encore::ui
