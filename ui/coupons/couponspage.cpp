// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/coupons/couponspage.h"

#include "commands/door/doorqueries.h"
#include "coupondialog.h"
#include "couponmodel.h"
#include "ui/common/askdialog.h"
#include "ui/common/datatable.h"
#include "ui/common/languageswitcher.h"

#include <QAbstractProxyModel>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QTableView>

namespace encore::ui
{

CouponsPage::CouponsPage(const Services& services, Theme& theme, QWidget* parent) :
    Page(parent), m_services(services), m_theme(theme), m_model(new CouponModel(this))
{
    setObjectName(QStringLiteral("couponsPage"));
    build();
    say();
    connect(m_table->view()->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CouponsPage::refresh);
    connect(m_new, &QPushButton::clicked, this, [this] { askEdit(true); });
    connect(m_edit, &QPushButton::clicked, this, [this] { askEdit(false); });
    connect(m_table->view(), &QTableView::activated, this, [this] { askEdit(false); });
    connect(m_claim, &QPushButton::clicked, this, &CouponsPage::askClaim);
    connect(m_delete, &QPushButton::clicked, this, &CouponsPage::toggle);
    refresh();
}

void CouponsPage::build()
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(3 * Theme::grid, 2 * Theme::grid, 3 * Theme::grid, 3 * Theme::grid);
    column->setSpacing(2 * Theme::grid);
    auto* head = new QHBoxLayout;
    head->setSpacing(Theme::grid);
    m_heading = new QLabel(this);
    m_heading->setObjectName(QStringLiteral("couponsHeadingLabel"));
    head->addWidget(m_heading);
    head->addStretch();
    const auto button = [&](const char* name) {
        auto* made = new QPushButton(this);
        made->setObjectName(QLatin1String(name));
        made->setMinimumHeight(5 * Theme::grid);
        head->addWidget(made);
        return made;
    };
    m_claim = button("claimCouponButton");
    m_edit = button("editCouponButton");
    m_delete = button("deleteCouponButton");
    m_new = button("newCouponButton");
    Theme::makePrimary(m_new);
    column->addLayout(head);
    m_answer = new QLabel(this);
    m_answer->setObjectName(QStringLiteral("couponsAnswerLabel"));
    m_answer->setTextFormat(Qt::PlainText);
    m_answer->setProperty("fault", true);
    m_answer->setWordWrap(true);
    column->addWidget(m_answer);
    m_table = new DataTable(*m_model, QStringLiteral("coupons"), *m_services.settings, m_theme, this);
    m_table->view()->setSelectionMode(QAbstractItemView::SingleSelection);
    column->addWidget(m_table, 1);
}

void CouponsPage::say()
{
    m_wording.label(m_heading, [] { return tr("Coupons"); });
    m_wording.button(m_claim, [] { return tr("Give to somebody…"); }, [] { return tr("One for each person, while there are some"); });
    m_wording.button(m_edit, [] { return tr("Change…"); }, [] { return tr("What was sold with it stays as it was"); });
    m_wording.button(m_delete, [] { return tr("Take away"); }, [] { return tr("It can no longer be given or used; brought back the same way"); });
    m_wording.button(m_new, [] { return tr("New coupon…"); }, [] { return tr("Makes a coupon that people can have"); });
    m_wording.also([this] {
        m_table->setCaption(tr("Coupons"));
        m_table->setEmptyText(tr("There are no coupons yet. Make one; at the box office the buyer's best one is offered by itself."));
    });
}

void CouponsPage::retranslated()
{
    m_model->retranslate();
    refresh();
}

void CouponsPage::reload()
{
    m_services.queries->ask<commands::WorkspaceInfo>({}, this, [this](const auto& rows) {
        if (rows && !rows->empty()) {
            m_currency = rows->front().currency;
            m_zone = rows->front().timeZone;
            m_model->setWorkspace(m_currency, m_zone);
        }
    });
    m_services.queries->ask<commands::Coupons>({}, this, [this](const auto& rows) {
        if (rows)
            m_model->setRows(*rows);
        refresh();
    });
}

int CouponsPage::chosen() const
{
    const auto* proxy = qobject_cast<const QAbstractProxyModel*>(m_table->view()->model());
    const QModelIndex index = proxy->mapToSource(m_table->view()->currentIndex());
    return index.isValid() && index.row() < m_model->rowCount() ? index.row() : -1;
}

void CouponsPage::refresh()
{
    m_heading->setFont(m_theme.font(TextRole::Title));
    m_answer->setVisible(!m_answer->text().isEmpty());
    const int row = chosen();
    const bool isDeleted = row >= 0 && m_model->row(row).coupon.deleted;
    m_edit->setEnabled(row >= 0);
    m_claim->setEnabled(row >= 0 && !isDeleted);
    m_delete->setEnabled(row >= 0);
    m_delete->setText(isDeleted ? tr("Bring back") : tr("Take away"));
    m_delete->setAccessibleName(m_delete->text());
}

void CouponsPage::run(const commands::CommandRequest& request)
{
    m_services.commands->run(request, this, [this](const domain::Result<commands::Outcome>& outcome) {
        m_answer->setText(outcome ? QString() : inWords(outcome.error().message));
        reload();
    });
}

void CouponsPage::askEdit(bool isNew)
{
    const int row = chosen();
    if (!isNew && row < 0)
        return;
    const commands::Coupons::Row begun = isNew ? commands::Coupons::Row() : m_model->row(row);
    auto* dialog = new CouponDialog(begun.coupon, isNew, m_currency, m_zone, m_theme, this);
    connect(dialog, &QDialog::accepted, this, [this, dialog, begun, isNew] {
        if (isNew) {
            commands::CreateCoupon create;
            static_cast<commands::CouponFields&>(create) = dialog->fields();
            run(makeRequest(create, commands::owner()));
            return;
        }
        commands::EditCoupon edit;
        static_cast<commands::CouponFields&>(edit) = dialog->fields();
        edit.couponId = begun.coupon.id;
        edit.clear = dialog->emptied();
        commands::CommandRequest request = makeRequest(edit, commands::owner());
        request.baseVersion = begun.version;
        run(request);
    });
    dialog->open();
}

void CouponsPage::askClaim()
{
    const commands::Coupons::Row row = m_model->row(chosen());
    auto* dialog = new AskDialog(QStringLiteral("claimCoupon"), m_theme, this);
    dialog->setWords([] { return tr("Give this coupon to somebody"); }, [name = row.coupon.name] { return tr("“%1” is found by this e-mail at the box office.").arg(name); },
                     [] { return tr("Give it"); });
    dialog->addField([] { return tr("E-mail"); }, [] { return tr("Of the person who gets it"); }, true);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id = row.coupon.id] {
        commands::ClaimCoupon claim;
        claim.couponId = id;
        claim.email = dialog->field(0);
        run(makeRequest(claim, commands::owner()));
    });
    dialog->open();
}

void CouponsPage::toggle()
{
    const domain::Coupon& coupon = m_model->row(chosen()).coupon;
    run(makeRequest(commands::DeleteCoupon{coupon.id, !coupon.deleted}, commands::owner()));
}

} // namespace encore::ui
