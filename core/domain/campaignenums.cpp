// SPDX-License-Identifier: GPL-3.0-or-later
// The names by which campaigns and the ledger keep and send their enums.
#include "domain/ledger.h"
#include "domain/pledge.h"
#include "domain/project.h"

namespace encore::domain
{

template<>
std::span<const EnumName<ProjectState>> enumNames()
{
    static constexpr EnumName<ProjectState> names[] = {
        {ProjectState::Draft, "draft"},
        {ProjectState::InReview, "in_review"},
        {ProjectState::Scheduled, "scheduled"},
        {ProjectState::Live, "live"},
        {ProjectState::Suspended, "suspended"},
        {ProjectState::Closing, "closing"},
        {ProjectState::Collecting, "collecting"},
        {ProjectState::Funded, "funded"},
        {ProjectState::Failed, "failed"},
        {ProjectState::Settling, "settling"},
        {ProjectState::Settled, "settled"},
        {ProjectState::Archived, "archived"},
        {ProjectState::Cancelled, "cancelled"},
    };
    return names;
}

template<>
std::span<const EnumName<ProjectAction>> enumNames()
{
    static constexpr EnumName<ProjectAction> names[] = {
        {ProjectAction::Edit, "edit"},
        {ProjectAction::Submit, "submit"},
        {ProjectAction::Approve, "approve"},
        {ProjectAction::Reject, "reject"},
        {ProjectAction::Start, "start"},
        {ProjectAction::Suspend, "suspend"},
        {ProjectAction::Resume, "resume"},
        {ProjectAction::Close, "close"},
        {ProjectAction::Fund, "fund"},
        {ProjectAction::Fail, "fail"},
        {ProjectAction::Collect, "collect"},
        {ProjectAction::Cancel, "cancel"},
        {ProjectAction::PostUpdate, "post_update"},
        {ProjectAction::ChangeRewards, "change_rewards"},
        {ProjectAction::PlacePledge, "place_pledge"},
        {ProjectAction::CancelPledge, "cancel_pledge"},
        {ProjectAction::RecordPayment, "record_payment"},
        {ProjectAction::Refund, "refund"},
        {ProjectAction::Dispatch, "dispatch"},
    };
    return names;
}

template<>
std::span<const EnumName<SuccessBasis>> enumNames()
{
    static constexpr EnumName<SuccessBasis> names[] = {
        {SuccessBasis::PledgedAtDeadline, "pledged_at_deadline"},
        {SuccessBasis::CollectedAtWindowEnd, "collected_at_window_end"},
    };
    return names;
}

template<>
std::span<const EnumName<PaymentModel>> enumNames()
{
    static constexpr EnumName<PaymentModel> names[] = {
        {PaymentModel::Immediate, "immediate"},
        {PaymentModel::OnSuccess, "on_success"},
    };
    return names;
}

template<>
std::span<const EnumName<RewardItemKind>> enumNames()
{
    static constexpr EnumName<RewardItemKind> names[] = {
        {RewardItemKind::Ticket, "ticket"},
        {RewardItemKind::Merchandise, "merchandise"},
        {RewardItemKind::Digital, "digital"},
    };
    return names;
}

template<>
std::span<const EnumName<PledgeState>> enumNames()
{
    static constexpr EnumName<PledgeState> names[] = {
        {PledgeState::Pending, "pending"},
        {PledgeState::Paid, "paid"},
        {PledgeState::CancelRequested, "cancel_requested"},
        {PledgeState::PartlyRefunded, "partly_refunded"},
        {PledgeState::Refunded, "refunded"},
        {PledgeState::RefundFailed, "refund_failed"},
        {PledgeState::Failed, "failed"},
        {PledgeState::Cancelled, "cancelled"},
        {PledgeState::Confirmed, "confirmed"},
        {PledgeState::Fulfilled, "fulfilled"},
        {PledgeState::Disputed, "disputed"},
        {PledgeState::Won, "won"},
        {PledgeState::Lost, "lost"},
        {PledgeState::Held, "held"},
        {PledgeState::Charging, "charging"},
        {PledgeState::Collected, "collected"},
        {PledgeState::Errored, "errored"},
        {PledgeState::Dropped, "dropped"},
    };
    return names;
}

template<>
std::span<const EnumName<PledgeAction>> enumNames()
{
    static constexpr EnumName<PledgeAction> names[] = {
        {PledgeAction::PaymentSucceeded, "payment_succeeded"},
        {PledgeAction::PaymentFailed, "payment_failed"},
        {PledgeAction::PaymentUnknown, "payment_unknown"},
        {PledgeAction::Cancel, "cancel"},
        {PledgeAction::Refund, "refund"},
        {PledgeAction::RefundPart, "refund_part"},
        {PledgeAction::RefundAll, "refund_all"},
        {PledgeAction::RefundFailed, "refund_failed"},
        {PledgeAction::Confirm, "confirm"},
        {PledgeAction::Fulfil, "fulfil"},
        {PledgeAction::Dispute, "dispute"},
        {PledgeAction::WinDispute, "win_dispute"},
        {PledgeAction::LoseDispute, "lose_dispute"},
        {PledgeAction::Charge, "charge"},
        {PledgeAction::Drop, "drop"},
    };
    return names;
}

template<>
std::span<const EnumName<PaymentKnowledge>> enumNames()
{
    static constexpr EnumName<PaymentKnowledge> names[] = {
        {PaymentKnowledge::NotStarted, "not_started"},
        {PaymentKnowledge::Processing, "processing"},
        {PaymentKnowledge::Unknown, "unknown"},
        {PaymentKnowledge::Answered, "answered"},
    };
    return names;
}

template<>
std::span<const EnumName<AccountKind>> enumNames()
{
    static constexpr EnumName<AccountKind> names[] = {
        {AccountKind::CashDrawer, "cash_drawer"},
        {AccountKind::ProviderReceivable, "provider_receivable"},
        {AccountKind::Bank, "bank"},
        {AccountKind::Escrow, "escrow"},
        {AccountKind::Payable, "payable"},
        {AccountKind::PayeeReceivable, "payee_receivable"},
        {AccountKind::RefundsPayable, "refunds_payable"},
        {AccountKind::PlatformFees, "platform_fees"},
        {AccountKind::ProviderFees, "provider_fees"},
        {AccountKind::VatPayable, "vat_payable"},
        {AccountKind::Sales, "sales"},
        {AccountKind::OutputVat, "output_vat"},
        {AccountKind::CouponExpense, "coupon_expense"},
        {AccountKind::CashRounding, "cash_rounding"},
        {AccountKind::CashDifference, "cash_difference"},
        {AccountKind::MembershipRevenue, "membership_revenue"},
        {AccountKind::LendingFees, "lending_fees"},
        {AccountKind::Withholding, "withholding"},
        {AccountKind::Reserve, "reserve"},
        {AccountKind::Carried, "carried"},
    };
    return names;
}

template<>
std::span<const EnumName<EntryKind>> enumNames()
{
    static constexpr EnumName<EntryKind> names[] = {
        {EntryKind::PledgePaid, "pledge_paid"},
        {EntryKind::RefundOwed, "refund_owed"},
        {EntryKind::RefundPaid, "refund_paid"},
        {EntryKind::EscrowReleased, "escrow_released"},
        {EntryKind::FeesCharged, "fees_charged"},
        {EntryKind::FeesReturned, "fees_returned"},
        {EntryKind::ChargebackLost, "chargeback_lost"},
        {EntryKind::DepositTaken, "deposit_taken"},
        {EntryKind::SalePaid, "sale_paid"},
        {EntryKind::FloatMoved, "float_moved"},
        {EntryKind::CashCounted, "cash_counted"},
        {EntryKind::Correction, "correction"},
    };
    return names;
}

} // namespace encore::domain
