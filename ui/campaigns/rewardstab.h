// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaigntab.h"
#include "commands/rewards/rewards.h"
#include "ui/common/rowmodel.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace encore::ui
{

class DataTable;

class RewardModel final : public RowModel<domain::Reward>
{
    Q_OBJECT

public:
    enum Column { Title, Price, Taken, Limit, Window, State, ColumnCount };

    using RowModel::RowModel;
    void setCampaign(const domain::Currency& currency, const QString& zone);
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] QString keyOf(const domain::Reward& row) const override { return row.id.text(); }

private:
    domain::Currency m_currency = domain::Currency::krw();
    QString m_zone;
};

/// Asks for what a reward is.
class RewardDialog final : public QDialog
{
    Q_OBJECT

public:
    /// @p reward: the one that is edited; without an id it is a new one that begins like it.
    RewardDialog(const domain::Reward& reward, const domain::Currency& currency, const QString& zone, Theme& theme, QWidget* parent);

    /// Only what differs from the reward it began with, for an edit; everything for a new one.
    [[nodiscard]] commands::RewardFields fields() const;
    [[nodiscard]] std::vector<QString> emptied() const;

protected:
    void changeEvent(QEvent* event) override;

private:
    void build(Theme& theme);
    void say();
    void fill();
    void refresh();
    [[nodiscard]] QString fault() const;
    [[nodiscard]] std::optional<int> number(const QLineEdit* field) const;

    const domain::Reward m_reward;
    const domain::Currency m_currency;
    const QString m_zone;
    Wording m_wording;
    QLabel* m_heading = nullptr;
    QLabel* m_titleTitle = nullptr;
    QLineEdit* m_title = nullptr;
    QLabel* m_textTitle = nullptr;
    QPlainTextEdit* m_text = nullptr;
    QLabel* m_priceTitle = nullptr;
    QLineEdit* m_price = nullptr;
    QLabel* m_limitTitle = nullptr;
    QLineEdit* m_limit = nullptr;
    QLabel* m_perBackerTitle = nullptr;
    QLineEdit* m_perBacker = nullptr;
    QLabel* m_untilTitle = nullptr;
    QLineEdit* m_until = nullptr;
    QCheckBox* m_needsAddress = nullptr;
    QCheckBox* m_addOn = nullptr;
    QLabel* m_fault = nullptr;
    QPushButton* m_cancel = nullptr;
    QPushButton* m_confirm = nullptr;
};

/// What backers may choose: added, edited, put in order, closed. Edits of this sitting can be taken back.
class RewardsTab final : public CampaignTab
{
    Q_OBJECT

public:
    RewardsTab(const Services& services, Theme& theme, QWidget* parent);

protected:
    void show(bool isAnother) override;

private:
    void build();
    void say();
    void refresh();
    [[nodiscard]] const domain::Reward* chosen() const;
    void ask(const domain::Reward& reward, bool isNew);
    void move(int by);
    void toggleClosed();
    void askDelete();

    RewardModel* m_model = nullptr;
    DataTable* m_table = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_edit = nullptr;
    QPushButton* m_duplicate = nullptr;
    QPushButton* m_up = nullptr;
    QPushButton* m_down = nullptr;
    QPushButton* m_close = nullptr;
    QPushButton* m_delete = nullptr;
};

} // namespace encore::ui
