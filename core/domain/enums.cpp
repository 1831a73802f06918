// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/enums.h"

#include "domain/role.h"

namespace encore::domain
{

template<>
std::span<const EnumName<Role>> enumNames()
{
    static constexpr EnumName<Role> names[]
        = {{Role::Door, "door"},       {Role::Supervisor, "supervisor"}, {Role::BoxOffice, "box_office"}, {Role::Musician, "musician"},
           {Role::Finance, "finance"}, {Role::Reviewer, "reviewer"},     {Role::Admin, "admin"}};
    return names;
}

template<>
std::span<const EnumName<QuestionKind>> enumNames()
{
    static constexpr EnumName<QuestionKind> names[]
        = {{QuestionKind::Text, "text"},         {QuestionKind::Number, "number"},     {QuestionKind::Boolean, "boolean"},
           {QuestionKind::Choice, "choice"},     {QuestionKind::Choices, "choices"},   {QuestionKind::Date, "date"},
           {QuestionKind::Time, "time"},         {QuestionKind::DateTime, "datetime"}, {QuestionKind::Email, "email"},
           {QuestionKind::Phone, "phone"},       {QuestionKind::Country, "country"}};
    return names;
}

template<>
std::span<const EnumName<IssuerKind>> enumNames()
{
    static constexpr EnumName<IssuerKind> names[]
        = {{IssuerKind::Encore, "encore"}, {IssuerKind::PretixSig1, "pretix_sig1"}};
    return names;
}

template<>
std::span<const EnumName<OrderStatus>> enumNames()
{
    static constexpr EnumName<OrderStatus> names[] = {{OrderStatus::Paid, "paid"},
                                                      {OrderStatus::AwaitingPayment, "awaiting_payment"},
                                                      {OrderStatus::Cancelled, "cancelled"},
                                                      {OrderStatus::Expired, "expired"}};
    return names;
}

template<>
std::span<const EnumName<TicketStatus>> enumNames()
{
    static constexpr EnumName<TicketStatus> names[]
        = {{TicketStatus::Valid, "valid"}, {TicketStatus::Cancelled, "cancelled"}};
    return names;
}

template<>
std::span<const EnumName<EntryPolicy>> enumNames()
{
    static constexpr EnumName<EntryPolicy> names[] = {
        {EntryPolicy::Once, "once"}, {EntryPolicy::OnceReentry, "once_reentry"}, {EntryPolicy::Many, "many"}};
    return names;
}

template<>
std::span<const EnumName<Direction>> enumNames()
{
    static constexpr EnumName<Direction> names[] = {{Direction::Entry, "entry"}, {Direction::Exit, "exit"}};
    return names;
}

} // namespace encore::domain
