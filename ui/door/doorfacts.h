// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/door/doorqueries.h"
#include "ui/common/services.h"
#include "ui/door/doordevices.h"

#include <QObject>

namespace encore::ui
{

/// What a desk needs to know around its scans: gates, performances, questions, zone of time, counts and readiness. Everything is asked
/// for and arrives later; of two answers to the same question the older is dropped.
class DoorFacts final : public QObject
{
    Q_OBJECT

public:
    DoorFacts(const Services& services, const DoorDevices& devices, QObject* parent = nullptr);

    void refreshWorkspace(); ///< zone, gates, performances, questions
    void refreshGates();
    void refreshQuestions();
    void refreshCount(domain::GateId gate);
    void refreshReadiness();
    void refreshHistory(domain::GateId gate, int limit);

    [[nodiscard]] const domain::EventZone& zone() const { return m_zone; }
    [[nodiscard]] const std::vector<commands::DoorGates::Row>& gates() const { return m_gates; }
    [[nodiscard]] const commands::DoorGates::Row* gate(domain::GateId id) const;
    [[nodiscard]] const std::vector<commands::DoorPerformances::Row>& performances() const { return m_performances; }
    [[nodiscard]] const std::vector<commands::DoorQuestions::Row>& questions() const { return m_questions; }
    [[nodiscard]] const std::vector<commands::DoorReadiness::Row>& readiness() const { return m_readiness; }

Q_SIGNALS:
    void zoneArrived();
    void gatesArrived();
    void gatesFailed(const encore::domain::Message& message);
    void performancesArrived();
    void questionsArrived();
    /// People inside the place that fills up first, and how many it holds.
    void countArrived(qint64 inside, std::optional<int> capacity);
    void readinessArrived();
    void historyArrived(const std::vector<encore::commands::RecentScans::Row>& scans);

private:
    [[nodiscard]] std::vector<commands::DoorReadiness::Row> inputReadiness() const;

    Services m_services;
    DoorDevices m_devices;
    domain::EventZone m_zone = domain::EventZone::utc();
    std::vector<commands::DoorGates::Row> m_gates;
    std::vector<commands::DoorPerformances::Row> m_performances;
    std::vector<commands::DoorQuestions::Row> m_questions;
    std::vector<commands::DoorReadiness::Row> m_readiness;
    int m_countsAsked = 0;
    int m_readinessAsked = 0;
    int m_historyAsked = 0;
};

} // namespace encore::ui
