// SPDX-License-Identifier: GPL-3.0-or-later
#include "doorfacts.h"

#include "ui/door/picturesource.h"

#include <limits>

namespace encore::ui
{

using domain::message;
using domain::Result;

DoorFacts::DoorFacts(const Services& services, const DoorDevices& devices, QObject* parent)
    : QObject(parent), m_services(services), m_devices(devices)
{
}

const commands::DoorGates::Row* DoorFacts::gate(domain::GateId id) const
{
    const auto found = std::find_if(m_gates.begin(), m_gates.end(), [&](const auto& row) { return row.id == id; });
    return found == m_gates.end() ? nullptr : &*found;
}

void DoorFacts::refreshWorkspace()
{
    m_services.queries->ask(commands::WorkspaceInfo{}, this, [this](const Result<std::vector<commands::WorkspaceInfo::Row>>& info) {
        if (!info || info->empty())
            return;
        const Result<domain::EventZone> zone = domain::EventZone::fromName(info->front().timeZone);
        if (zone) {
            m_zone = *zone;
            Q_EMIT zoneArrived();
        }
    });
    refreshGates();
    m_services.queries->ask(commands::DoorPerformances{}, this,
                            [this](const Result<std::vector<commands::DoorPerformances::Row>>& performances) {
                                if (performances) {
                                    m_performances = *performances;
                                    Q_EMIT performancesArrived();
                                }
                            });
    refreshQuestions();
}

void DoorFacts::refreshGates()
{
    m_services.queries->ask(commands::DoorGates{}, this, [this](const Result<std::vector<commands::DoorGates::Row>>& gates) {
        if (!gates) {
            Q_EMIT gatesFailed(gates.error().message);
            return;
        }
        m_gates = *gates;
        Q_EMIT gatesArrived();
    });
}

void DoorFacts::refreshQuestions()
{
    m_services.queries->ask(commands::DoorQuestions{}, this,
                            [this](const Result<std::vector<commands::DoorQuestions::Row>>& questions) {
                                if (questions) {
                                    m_questions = *questions;
                                    Q_EMIT questionsArrived();
                                }
                            });
}

void DoorFacts::refreshCount(domain::GateId gate)
{
    commands::DoorStatus query;
    query.gateId = gate;
    const int number = ++m_countsAsked;
    m_services.queries->ask(query, this, [this, number](const Result<std::vector<commands::DoorStatus::Row>>& status) {
        if (number != m_countsAsked || !status || status->empty())
            return;
        const commands::DoorStatus::Row& row = status->front();
        const qint64 unlimited = std::numeric_limits<qint64>::max();
        const qint64 leftAtGate = row.gateCapacity ? *row.gateCapacity - row.insideByGate : unlimited;
        const qint64 leftInZone = row.zoneCapacity ? *row.zoneCapacity - row.zoneInside : unlimited;
        if (leftAtGate < leftInZone)
            Q_EMIT countArrived(row.insideByGate, row.gateCapacity);
        else
            Q_EMIT countArrived(row.zoneInside, row.zoneCapacity);
    });
}

void DoorFacts::refreshReadiness()
{
    const int number = ++m_readinessAsked;
    m_services.queries->ask(commands::DoorReadiness{}, this,
                            [this, number](const Result<std::vector<commands::DoorReadiness::Row>>& points) {
                                if (number != m_readinessAsked)
                                    return;
                                m_readiness.clear();
                                if (points)
                                    m_readiness = *points;
                                else
                                    m_readiness.push_back({QStringLiteral("store"), commands::DoorReadiness::State::NotReady,
                                                           points.error().message});
                                for (const commands::DoorReadiness::Row& input : inputReadiness())
                                    m_readiness.push_back(input);
                                Q_EMIT readinessArrived();
                            });
}

std::vector<commands::DoorReadiness::Row> DoorFacts::inputReadiness() const
{
    using State = commands::DoorReadiness::State;
    std::vector<commands::DoorReadiness::Row> points;
    bool anyReady = false;
    int number = 0;
    for (const ScanSource* source : m_devices.sources()) {
        ++number;
        const ScanSource* pictures = m_devices.pictures;
        if (source == pictures || !source->isActive())
            continue;
        const bool ready = source->isReady();
        anyReady = anyReady || ready;
        points.push_back({QStringLiteral("input%1").arg(number), ready ? State::Ready : State::Attention,
                          message(ready ? "ui.door.input_ready" : "ui.door.input_lost").with("input", source->label())});
    }
    if (!anyReady)
        points.push_back({QStringLiteral("input"), State::Attention, message("ui.door.no_input")});
    return points;
}

void DoorFacts::refreshHistory(domain::GateId gate, int limit)
{
    commands::RecentScans query;
    query.gateId = gate;
    query.limit = limit;
    const int number = ++m_historyAsked;
    m_services.queries->ask(query, this, [this, number](const Result<std::vector<commands::RecentScans::Row>>& scans) {
        if (scans && number == m_historyAsked)
            Q_EMIT historyArrived(*scans);
    });
}

} // namespace encore::ui
