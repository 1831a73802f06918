// SPDX-License-Identifier: GPL-3.0-or-later
#include "closingtab.h"

#include "ui/common/askdialog.h"
#include "ui/common/languageswitcher.h"
#include "ui/common/moneytext.h"

#include <QComboBox>
#include <QFrame>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

namespace encore::ui
{

ClosingTab::ClosingTab(const Services& services, Theme& theme, QWidget* parent) : CampaignTab(services, theme, parent)
{
    setObjectName(QStringLiteral("closingTab"));
    build();
    say();
    for (QLineEdit* field : {m_goal, m_platform, m_provider})
        connect(field, &QLineEdit::textEdited, this, &ClosingTab::ask);
    connect(m_basis, &QComboBox::activated, this, &ClosingTab::ask);
    connect(m_reset, &QPushButton::clicked, this, [this] { show(true); });
    connect(m_close, &QPushButton::clicked, this, &ClosingTab::askClose);
}

void ClosingTab::build()
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 2 * Theme::grid, 0, 0);
    row->setSpacing(2 * Theme::grid);
    row->addWidget(buildTerms());
    row->addWidget(buildPlan(), 1);
}

QLabel* ClosingTab::label(const QString& name)
{
    auto* made = new QLabel(this);
    made->setObjectName(name);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    return made;
}

QWidget* ClosingTab::buildTerms()
{
    const auto field = [this](const char* name) {
        auto* made = new QLineEdit(this);
        made->setObjectName(QLatin1String(name));
        return made;
    };
    auto* card = new QFrame(this);
    Theme::makeCard(card);
    auto* terms = new QVBoxLayout(card);
    terms->setContentsMargins(2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid, 2 * Theme::grid);
    m_whatIfTitle = label(QStringLiteral("whatIfTitleLabel"));
    m_goalTitle = label(QStringLiteral("whatIfGoalTitleLabel"));
    m_goal = field("whatIfGoalLineEdit");
    m_platformTitle = label(QStringLiteral("whatIfPlatformTitleLabel"));
    m_platform = field("whatIfPlatformLineEdit");
    m_providerTitle = label(QStringLiteral("whatIfProviderTitleLabel"));
    m_provider = field("whatIfProviderLineEdit");
    m_basisTitle = label(QStringLiteral("whatIfBasisTitleLabel"));
    m_basis = new QComboBox(this);
    m_basis->setObjectName(QStringLiteral("whatIfBasisComboBox"));
    for (const domain::SuccessBasis basis : {domain::SuccessBasis::PledgedAtDeadline, domain::SuccessBasis::CollectedAtWindowEnd})
        m_basis->addItem(QString(), int(basis));
    m_reset = new QPushButton(this);
    m_reset->setObjectName(QStringLiteral("whatIfResetButton"));
    for (QWidget* part : std::initializer_list<QWidget*>{m_whatIfTitle, m_goalTitle, m_goal, m_platformTitle, m_platform, m_providerTitle, m_provider,
                                                          m_basisTitle, m_basis, m_reset})
        terms->addWidget(part);
    terms->addStretch();
    card->setFixedWidth(40 * Theme::grid);
    return card;
}

QWidget* ClosingTab::buildPlan()
{
    auto* planCard = new QFrame(this);
    Theme::makeCard(planCard);
    auto* plan = new QVBoxLayout(planCard);
    plan->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 2 * Theme::grid);
    m_outcome = label(QStringLiteral("outcomeLabel"));
    m_outcomeNote = label(QStringLiteral("outcomeNoteLabel"));
    Theme::makeMuted(m_outcomeNote);
    plan->addWidget(m_outcome);
    plan->addWidget(m_outcomeNote);
    auto* grid = new QGridLayout;
    grid->setVerticalSpacing(Theme::grid);
    grid->setHorizontalSpacing(3 * Theme::grid);
    constexpr int lineCount = 9;
    for (int i = 0; i < lineCount; ++i) {
        m_lines.emplace_back(label(QStringLiteral("plan%1TitleLabel").arg(i + 1)), label(QStringLiteral("plan%1Label").arg(i + 1)));
        m_lines.back().second->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_lines.back().second->setWordWrap(false);
        grid->addWidget(m_lines.back().first, i, 0);
        grid->addWidget(m_lines.back().second, i, 1);
    }
    grid->setColumnStretch(0, 1);
    plan->addSpacing(Theme::grid);
    plan->addLayout(grid);
    plan->addStretch();
    m_hash = label(QStringLiteral("planHashLabel"));
    Theme::makeMuted(m_hash);
    m_fault = label(QStringLiteral("planFaultLabel"));
    m_fault->setProperty("fault", true);
    m_close = new QPushButton(this);
    m_close->setObjectName(QStringLiteral("closeCampaignButton"));
    m_close->setMinimumHeight(6 * Theme::grid);
    Theme::makePrimary(m_close);
    plan->addWidget(m_hash);
    plan->addWidget(m_fault);
    plan->addWidget(m_close);
    return planCard;
}

void ClosingTab::say()
{
    m_wording.label(m_whatIfTitle, [] { return tr("What if …"); });
    m_wording.field(m_goalTitle, m_goal, [] { return tr("… the goal were"); }, [] { return tr("An amount; the campaign's own goal stays"); });
    m_wording.field(m_platformTitle, m_platform, [] { return tr("… the platform took (%)"); }, [] { return tr("For example 5 or 4.5; VAT comes on top"); });
    m_wording.field(m_providerTitle, m_provider, [] { return tr("… the provider took (%)"); }, [] { return tr("For example 3 or 2.75; VAT comes on top"); });
    m_wording.field(m_basisTitle, m_basis, [] { return tr("… this had to reach the goal"); }, [] { return tr("What counts when it is decided"); });
    m_wording.button(m_reset, [] { return tr("The campaign's own terms"); }, [] { return tr("Shows the plan that can be carried out"); });
    m_wording.button(m_close, [] { return tr("Close by this plan…"); }, [] { return tr("Does exactly what stands above; possible from the end on"); });
    m_wording.also([this] {
        m_basis->setItemText(0, tr("what is pledged at the end"));
        m_basis->setItemText(1, tr("what is collected in the days after"));
    });
}

void ClosingTab::show(bool isAnother)
{
    const domain::Project& project = m_case->project();
    const auto percent = [](int basisPoints) { return domain::plainText({basisPoints, *domain::Currency::fromCode(QStringLiteral("USD"))}); };
    if (isAnother) {
        m_goal->setText(domain::plainText({project.goal, project.currency}));
        m_platform->setText(percent(project.fees.platformBasisPoints));
        m_provider->setText(percent(project.fees.providerBasisPoints));
        m_basis->setCurrentIndex(m_basis->findData(int(project.basis)));
        m_plan.reset();
    }
    ask();
}

std::optional<int> ClosingTab::feeIn(const QLineEdit* field) const
{
    // A percentage has two decimals as dollars have cents, and is read as strictly.
    const auto parsed = domain::parseMoney(field->text().trimmed(), *domain::Currency::fromCode(QStringLiteral("USD")));
    return parsed && parsed->minor <= 10'000 ? std::optional(int(parsed->minor)) : std::nullopt;
}

void ClosingTab::ask()
{
    const int number = ++m_asked; // an older question's answer must not replace what was found out since
    const domain::Project& project = m_case->project();
    const auto goal = domain::parseMoney(m_goal->text().trimmed(), project.currency);
    const auto platform = feeIn(m_platform);
    const auto provider = feeIn(m_provider);
    m_faultText = !goal ? inWords(goal.error().message) : !platform || !provider ? tr("A fee is a percentage from 0 to 100, for example 4.5.") : QString();
    if (!m_faultText.isEmpty()) {
        refresh();
        return;
    }
    commands::PlanClosing query;
    query.projectId = project.id;
    if (goal->minor != project.goal)
        query.goal = goal->minor;
    if (*platform != project.fees.platformBasisPoints)
        query.platformFee = platform;
    if (*provider != project.fees.providerBasisPoints)
        query.providerFee = provider;
    const auto basis = domain::SuccessBasis(m_basis->currentData().toInt());
    if (basis != project.basis)
        query.basis = basis;
    m_services.queries->ask<commands::PlanClosing>(query, this, [this, number](const auto& rows) {
        if (number != m_asked)
            return;
        m_plan = rows && !rows->empty() ? std::optional(rows->front()) : std::nullopt;
        m_faultText = rows ? QString() : inWords(rows.error().message);
        refresh();
    });
}

void ClosingTab::refresh()
{
    const domain::Project& project = m_case->project();
    m_whatIfTitle->setFont(m_theme.font(TextRole::Heading));
    m_outcome->setFont(m_theme.font(TextRole::Title));
    m_hash->setFont(m_theme.font(TextRole::Caption));
    m_fault->setText(m_faultText);
    m_fault->setVisible(!m_faultText.isEmpty());
    for (const auto& [title, value] : m_lines) {
        title->setVisible(m_plan.has_value());
        value->setVisible(m_plan.has_value());
    }
    using State = domain::ProjectState;
    const bool mayClose = (project.state == State::Live || project.state == State::Suspended || project.state == State::Closing || project.state == State::Collecting)
        && m_plan && !m_plan->planHash.isEmpty() && m_case->status.leftMs == 0;
    m_close->setEnabled(mayClose);
    if (!m_plan) {
        m_outcome->setText(tr("There is no plan yet"));
        m_outcomeNote->setText(QString());
        m_hash->clear();
        return;
    }
    const QString outcomes[] = {tr("The goal is reached: it is funded"), tr("The goal is missed: everybody gets their money back"),
                                tr("The goal is reached in promises: they are charged now"), tr("It is called off: everybody gets their money back")};
    const auto money = [&](qint64 amount) { return moneyText(amount, project.currency); };
    m_outcome->setText(outcomes[int(m_plan->outcome)]);
    m_outcomeNote->setText(m_plan->planHash.isEmpty() ? tr("With other terms than the campaign's own; this plan can be looked at and not be carried out.")
                                                      : m_case->status.leftMs > 0 ? tr("If it ended now. It can be closed from its end on.") : tr("As it stands now."));
    const std::pair<QString, QString> lines[] = {
        {tr("Goal"), money(m_plan->goal)},
        {tr("Counts"), money(m_plan->raised)},
        {tr("Pledges that stand"), QLocale().toString(m_plan->confirmed)},
        {tr("Pledges that are charged now"), QLocale().toString(m_plan->charged)},
        {tr("Pledges refunded (%1)").arg(QLocale().toString(m_plan->refunded)), money(m_plan->refundedAmount)},
        {tr("Pledges that were never paid, or not known yet"), QLocale().toString(m_plan->cancelled + m_plan->waiting)},
        {tr("Platform fee, with VAT"), money(-m_plan->platformFee.total())},
        {tr("Provider fee, with VAT"), money(-m_plan->providerFee.total())},
        {tr("Paid out to the musician"), money(m_plan->payable)},
    };
    for (size_t i = 0; i < m_lines.size(); ++i) {
        m_lines[i].first->setText(lines[i].first);
        m_lines[i].second->setText(lines[i].second);
        m_lines[i].second->setFont(m_theme.font(i + 1 == m_lines.size() ? TextRole::Heading : TextRole::Body));
    }
    m_hash->setText(m_plan->planHash.isEmpty() ? QString() : tr("Plan %1").arg(QString::fromLatin1(m_plan->planHash.toHex().left(16))));
}

void ClosingTab::askClose()
{
    auto* dialog = new AskDialog(QStringLiteral("closeCampaign"), m_theme, this);
    dialog->setWords([] { return tr("Close this campaign?"); }, [this]() -> QString { return m_outcome->text() + u'\n' + tr("It is done exactly as the plan says, and cannot be taken back."); },
                     [] { return tr("Close it"); });
    connect(dialog, &QDialog::accepted, this, [this, hash = m_plan->planHash] {
        // The steps of the plan are carried out by whoever does what is due.
        run(commands::CloseProject{m_case->project().id, hash});
    });
    dialog->open();
}

} // namespace encore::ui
