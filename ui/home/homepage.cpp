// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/home/homepage.h"

#include "commands/door/doorqueries.h"
#include "commands/orders/salequeries.h"
#include "commands/pledges/pledges.h"
#include "ui/common/askdialog.h"
#include "ui/common/languageswitcher.h"
#include "ui/common/moneytext.h"
#include "ui/common/recipientdialog.h"
#include "ui/common/rights.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>

#include <algorithm>

namespace encore::ui
{
namespace
{

constexpr qint64 dayMs = 24LL * 60 * 60 * 1000;
constexpr int mostTasks = 20; ///< on one screen; the rest comes when these are done

} // namespace

HomePage::HomePage(const Services& services, Theme& theme, QWidget* parent) : Page(parent), m_services(services), m_theme(theme)
{
    setObjectName(QStringLiteral("homePage"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid);
    column->setSpacing(2 * Theme::grid);
    m_heading = new QLabel(this);
    m_heading->setObjectName(QStringLiteral("homeHeadingLabel"));
    m_text = new QLabel(this);
    m_text->setObjectName(QStringLiteral("homeTextLabel"));
    m_text->setWordWrap(true);
    Theme::makeMuted(m_text);
    column->addWidget(m_heading);
    column->addWidget(m_text);
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("homeScrollArea"));
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    auto* inside = new QWidget(scroll);
    auto* outer = new QVBoxLayout(inside);
    outer->setContentsMargins(0, 0, Theme::grid, 0);
    m_list = new QVBoxLayout;
    m_list->setSpacing(Theme::grid);
    outer->addLayout(m_list);
    outer->addStretch();
    scroll->setWidget(inside);
    column->addWidget(scroll, 1);
    say();
}

void HomePage::say()
{
    m_wording.label(m_heading, [] { return tr("What needs you"); });
}

void HomePage::reload()
{
    const int asked = ++m_asked;
    m_items.clear();
    m_open = 6;
    const auto answered = [this, asked](auto use) {
        return [this, asked, use](const auto& rows) {
            if (asked != m_asked)
                return;
            if (rows)
                use(*rows);
            --m_open;
            show(asked);
        };
    };
    m_services.queries->ask<commands::WorkspaceInfo>({}, this, answered([this](const auto& rows) {
        if (!rows.empty())
            m_zone = rows.front().timeZone;
    }));
    m_services.queries->ask<commands::Tasks>({}, this, answered([this](const auto& rows) { addTasks(rows); }));
    m_services.queries->ask<commands::Messages>({mostTasks, store::MessageState::Failed}, this, answered([this](const auto& rows) { addLetters(rows); }));
    m_services.queries->ask<commands::Projects>({}, this, answered([this](const auto& rows) { addCampaigns(rows); }));
    commands::Orders open;
    open.state = domain::OrderState::AwaitingPayment;
    m_services.queries->ask<commands::Orders>(open, this, answered([this](const auto& rows) {
        if (!rows.empty()) {
            m_items.push_back({40, tr("Orders that are not paid: %1").arg(QLocale().toString(qint64(rows.size()))),
                               tr("They expire by themselves; a transfer that has come is booked there."), tr("Show"), tr("Goes to the orders"),
                               [this] { Q_EMIT pageWanted(QStringLiteral("orders")); }});
        }
    }));
    m_services.queries->ask<commands::DrawerDays>({}, this, answered([this](const auto& rows) {
        for (const commands::DrawerDays::Row& day : rows) {
            if (!day.closedAt && m_services.clock->now().ms - day.openedAt.ms > dayMs) {
                m_items.push_back({30, tr("The drawer was not counted since %1").arg(momentText(day.openedAt, m_zone)), tr("Count it and close the day."),
                                   tr("Box office"), tr("Goes to the box office"), [this] { Q_EMIT pageWanted(QStringLiteral("boxoffice")); }});
            }
        }
    }));
}

void HomePage::addTasks(const std::vector<commands::Tasks::Row>& tasks)
{
    for (const commands::Tasks::Row& task : tasks) {
        if (int(m_items.size()) >= mostTasks)
            break;
        const QString amount = moneyText(task.amount, task.currency);
        const QString who = task.who.isEmpty() ? task.label : task.who;
        const QString note = task.note.isEmpty() ? QString() : QStringLiteral("  ·  ") + task.note;
        if (task.kind == store::EffectKind::Refund || task.kind == store::EffectKind::Void) {
            m_items.push_back({10, tr("Pay %1 back to %2").arg(amount, who), task.label + QStringLiteral("  ·  ") + tr("since %1").arg(momentText(task.since, m_zone)) + note,
                               tr("It is paid…"), tr("Records that the money has gone back"), [this, task] { askDone(task); }});
        } else if (task.orderId) {
            m_items.push_back({20, tr("%1 is missing from %2").arg(amount, who), task.label + note, tr("Show"), tr("Goes to the order"),
                               [this, label = task.label] { Q_EMIT orderWanted(label); }});
        }
    }
}

void HomePage::addLetters(const std::vector<commands::Messages::Row>& letters)
{
    if (!mayUse(m_services.sync->status(), commands::Right::Sell))
        return; // of whoever may send it again
    for (const commands::Messages::Row& letter : letters) {
        const QString to = letter.recipient.isEmpty() ? tr("somebody without an address") : letter.recipient;
        m_items.push_back({15, tr("A message to %1 did not arrive").arg(to), tr("since %1").arg(momentText(letter.at, m_zone)) + QStringLiteral("  ·  ") + letter.reason,
                           tr("Send again…"), tr("Asks for the address and sends it once more"), [this, letter] { askAddress(letter); }});
    }
}

void HomePage::askAddress(const commands::Messages::Row& letter)
{
    RecipientDialog* dialog = RecipientDialog::sendAgain(letter, m_services, m_theme, this);
    connect(dialog, &RecipientDialog::given, this, &HomePage::reload);
    dialog->open();
}

void HomePage::addCampaigns(const std::vector<commands::Projects::Row>& projects)
{
    using State = domain::ProjectState;
    constexpr qint64 soonMs = 3 * dayMs;
    for (const commands::Projects::Row& project : projects) {
        const QString standing = tr("%1 of %2").arg(moneyText(project.raised, project.currency), moneyText(project.goal, project.currency));
        const auto lead = [this, id = project.projectId] { Q_EMIT campaignWanted(id); };
        if (project.state == State::InReview)
            m_items.push_back({25, tr("Review “%1”").arg(project.title), tr("It waits to be approved or sent back."), tr("Show"), tr("Goes to the campaign"), lead});
        else if (project.state == State::Live && project.leftMs > 0 && project.leftMs < soonMs)
            m_items.push_back({50, tr("“%1” ends soon").arg(project.title), standing, tr("Show"), tr("Goes to the campaign"), lead});
        else if (project.state == State::Draft)
            m_items.push_back({60, tr("“%1” is a draft").arg(project.title), tr("Nobody else sees it before it is sent to review."), tr("Show"), tr("Goes to the campaign"), lead});
    }
}

HomePage::Line HomePage::makeLine(size_t number)
{
    const QString name = QStringLiteral("home%1").arg(number + 1);
    auto* parent = findChild<QScrollArea*>()->widget();
    auto* card = new QFrame(parent);
    Theme::makeCard(card);
    auto* row = new QHBoxLayout(card);
    row->setContentsMargins(2 * Theme::grid, Theme::grid, 2 * Theme::grid, Theme::grid);
    auto* texts = new QVBoxLayout;
    texts->setSpacing(2);
    Line line{card, new QLabel(card), new QLabel(card), new QPushButton(card)};
    line.what->setObjectName(name + QStringLiteral("Label"));
    line.details->setObjectName(name + QStringLiteral("DetailsLabel"));
    line.button->setObjectName(name + QStringLiteral("Button"));
    for (QLabel* label : {line.what, line.details}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        texts->addWidget(label);
    }
    Theme::makeMuted(line.details);
    line.button->setMinimumSize(15 * Theme::grid, 5 * Theme::grid);
    row->addLayout(texts, 1);
    row->addWidget(line.button);
    m_list->addWidget(card);
    return line;
}

void HomePage::show(int asked)
{
    if (asked != m_asked || m_open > 0)
        return;
    std::stable_sort(m_items.begin(), m_items.end(), [](const Item& left, const Item& right) { return left.rank < right.rank; });
    m_heading->setFont(m_theme.font(TextRole::Title));
    m_text->setText(m_items.empty() ? tr("Nothing waits for you. Sell at the box office, begin a campaign, or open the door.")
                                    : tr("The most pressing first."));
    while (m_lines.size() > m_items.size()) {
        delete m_lines.back().card;
        m_lines.pop_back();
    }
    for (size_t i = 0; i < m_items.size(); ++i) {
        if (i == m_lines.size())
            m_lines.push_back(makeLine(i));
        const Item& item = m_items[i];
        const Line& line = m_lines[i];
        line.what->setFont(m_theme.font(TextRole::Heading));
        line.what->setText(item.what);
        line.details->setText(item.details);
        line.button->setText(item.button);
        line.button->setAccessibleName(item.button + QStringLiteral(": ") + item.what);
        line.button->setToolTip(item.hint);
        line.button->disconnect();
        connect(line.button, &QPushButton::clicked, this, item.act);
    }
}

void HomePage::askDone(const commands::Tasks::Row& task)
{
    auto* dialog = new AskDialog(QStringLiteral("taskDone"), m_theme, this);
    const QString amount = moneyText(task.amount, task.currency);
    const QString who = task.who.isEmpty() ? task.label : task.who;
    dialog->setWords([] { return tr("Has the money gone back?"); },
                     [amount, who] { return tr("Only when %1 has really reached %2: it is booked as paid from then on.").arg(amount, who); }, [] { return tr("It is paid"); });
    dialog->addField([] { return tr("How"); }, [] { return tr("For example by transfer, in cash"); }, false);
    connect(dialog, &QDialog::accepted, this, [this, dialog, task] {
        const auto done = [this](const domain::Result<commands::Outcome>& outcome) {
            if (!outcome)
                m_text->setText(inWords(outcome.error().message));
            reload();
        };
        if (task.orderId) {
            commands::RecordOrderRefund command;
            command.orderId = *task.orderId;
            command.effectId = task.effectId;
            command.reason = dialog->field(0);
            m_services.commands->run(makeRequest(command, commands::owner()), this, done);
        } else if (task.pledgeId) {
            commands::RecordPledgeRefund command;
            command.pledgeId = *task.pledgeId;
            command.effectId = task.effectId;
            command.reason = dialog->field(0);
            m_services.commands->run(makeRequest(command, commands::owner()), this, done);
        }
    });
    dialog->open();
}

} // namespace encore::ui
