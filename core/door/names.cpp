// SPDX-License-Identifier: GPL-3.0-or-later
#include "door/verdict.h"

namespace encore::domain
{
using namespace door;

template<>
std::span<const EnumName<VerdictKind>> enumNames()
{
    static constexpr EnumName<VerdictKind> names[]
        = {{VerdictKind::Admitted, "admitted"}, {VerdictKind::Refused, "refused"}, {VerdictKind::Noted, "noted"}};
    return names;
}

template<>
std::span<const EnumName<Reason>> enumNames()
{
    static constexpr EnumName<Reason> names[] = {{Reason::Unknown, "unknown"},
                                                 {Reason::Ambiguous, "ambiguous"},
                                                 {Reason::Cancelled, "cancelled"},
                                                 {Reason::Blocked, "blocked"},
                                                 {Reason::Revoked, "revoked"},
                                                 {Reason::NotApproved, "not_approved"},
                                                 {Reason::OutsideValidity, "outside_validity"},
                                                 {Reason::WrongGate, "wrong_gate"},
                                                 {Reason::WrongPerformance, "wrong_performance"},
                                                 {Reason::Unpaid, "unpaid"},
                                                 {Reason::Rules, "rules"},
                                                 {Reason::Questions, "questions"},
                                                 {Reason::Full, "full"},
                                                 {Reason::AlreadyAdmitted, "already_admitted"},
                                                 {Reason::Error, "error"}};
    return names;
}

template<>
std::span<const EnumName<Signal>> enumNames()
{
    static constexpr EnumName<Signal> names[] = {{Signal::Go, "go"},
                                                 {Signal::Ask, "ask"},
                                                 {Signal::HelpDesk, "help_desk"},
                                                 {Signal::Stop, "stop"},
                                                 {Signal::Already, "already"}};
    return names;
}

} // namespace encore::domain

namespace encore::door
{

Signal Verdict::signal() const
{
    if (kind != VerdictKind::Refused)
        return Signal::Go;
    switch (reason.value_or(Reason::Error)) {
    case Reason::Unknown:
    case Reason::Cancelled:
    case Reason::Blocked:
    case Reason::Revoked:
        return Signal::Stop;
    case Reason::Questions:
        return Signal::Ask;
    case Reason::Unpaid:
        return mayAdmitUnpaid ? Signal::Ask : Signal::HelpDesk;
    case Reason::AlreadyAdmitted:
        return Signal::Already;
    case Reason::Ambiguous:
    case Reason::NotApproved:
    case Reason::OutsideValidity:
    case Reason::WrongGate:
    case Reason::WrongPerformance:
    case Reason::Rules:
    case Reason::Full:
    case Reason::Error:
        return Signal::HelpDesk;
    }
    Q_UNREACHABLE();
}

} // namespace encore::door
