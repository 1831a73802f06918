// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/page.h"
#include "ui/common/services.h"
#include "ui/common/theme.h"

class QLabel;

namespace encore::ui
{

class DataTable;
class FundingModel;
class RewardOverviewModel;

/// How all campaigns stand, side by side: what came in, what is missing, what each still needs a day.
class FundingPage final : public Page
{
    Q_OBJECT

public:
    FundingPage(const Services& services, Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Funding"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("funding"); }
    [[nodiscard]] QString pageId() const override { return QStringLiteral("funding"); }
    void reload() override;

Q_SIGNALS:
    void campaignWanted(domain::ProjectId project);

protected:
    void retranslated() override;

private:
    void refresh();

    Services m_services;
    Theme& m_theme;
    FundingModel* m_model = nullptr;
    QLabel* m_heading = nullptr;
    QLabel* m_summary = nullptr;
    DataTable* m_table = nullptr;
};

/// Every reward of every campaign: how much of it is taken, and how much there is.
class RewardsPage final : public Page
{
    Q_OBJECT

public:
    RewardsPage(const Services& services, Theme& theme, QWidget* parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Rewards"); }
    [[nodiscard]] QString iconName() const override { return QStringLiteral("rewards"); }
    [[nodiscard]] QString pageId() const override { return QStringLiteral("rewards"); }
    void reload() override;

Q_SIGNALS:
    void rewardsWanted(domain::ProjectId project); ///< of this campaign, where they can be changed

protected:
    void retranslated() override;

private:
    Services m_services;
    Theme& m_theme;
    RewardOverviewModel* m_model = nullptr;
    QLabel* m_heading = nullptr;
    DataTable* m_table = nullptr;
};

} // namespace encore::ui
