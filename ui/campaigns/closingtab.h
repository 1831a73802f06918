// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "campaigntab.h"
#include "commands/projects/closeproject.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace encore::ui
{

/// What closing would do to every pledge, for the campaign's own terms or for others; and the button that does exactly that.
class ClosingTab final : public CampaignTab
{
    Q_OBJECT

public:
    ClosingTab(const Services& services, Theme& theme, QWidget* parent);

protected:
    void show(bool isAnother) override;

private:
    void build();
    [[nodiscard]] QWidget* buildTerms();
    [[nodiscard]] QWidget* buildPlan();
    [[nodiscard]] QLabel* label(const QString& name);
    void say();
    void ask();
    void refresh();
    void askClose();
    [[nodiscard]] std::optional<int> feeIn(const QLineEdit* field) const; ///< basis points; nothing: not a fee

    std::optional<commands::PlanClosing::Row> m_plan;
    QString m_faultText;
    int m_asked = 0;
    QLabel* m_whatIfTitle = nullptr;
    QLabel* m_goalTitle = nullptr;
    QLineEdit* m_goal = nullptr;
    QLabel* m_platformTitle = nullptr;
    QLineEdit* m_platform = nullptr;
    QLabel* m_providerTitle = nullptr;
    QLineEdit* m_provider = nullptr;
    QLabel* m_basisTitle = nullptr;
    QComboBox* m_basis = nullptr;
    QPushButton* m_reset = nullptr;
    QLabel* m_outcome = nullptr;
    QLabel* m_outcomeNote = nullptr;
    std::vector<std::pair<QLabel*, QLabel*>> m_lines;
    QLabel* m_hash = nullptr;
    QLabel* m_fault = nullptr;
    QPushButton* m_close = nullptr;
};

} // namespace encore::ui
