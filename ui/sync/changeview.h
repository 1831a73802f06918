// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/desk/outbox.h"
#include "ui/common/services.h"
#include "ui/common/syncservice.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QPushButton;
class QRadioButton;
class QScrollArea;

namespace encore::ui
{

/// One change of this desk: how it stands and why, and where a person has to decide, what each choice does.
class ChangeView final : public QFrame
{
    Q_OBJECT

public:
    ChangeView(const Services& services, Theme& theme, QWidget* parent = nullptr);

    void setWorkspace(const QString& currency, const QString& zone);
    void show(const commands::Outbox::Row& change);
    void showNothing();

Q_SIGNALS:
    void decided();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct FieldLine {
        QString field;
        QRadioButton* mine = nullptr;
        QRadioButton* theirs = nullptr;
    };
    void build();
    void refresh();
    void askFields();
    void fill(const std::vector<commands::OutboxFields::Row>& fields);
    void addField(int row, const commands::OutboxFields::Row& field);
    void addWhole();
    void addTitles();
    [[nodiscard]] QRadioButton* radio(const QString& name, const QString& text, bool isMine);
    [[nodiscard]] QLabel* cell(const QString& name, const QString& text);
    [[nodiscard]] QString valueText(const std::optional<QString>& value, commands::FieldKind kind) const;
    [[nodiscard]] QString stateText() const;
    [[nodiscard]] QString effectText() const;
    [[nodiscard]] QString reasonText() const;
    void decide();
    void answered(const domain::Status& status);

    Services m_services;
    Theme& m_theme;
    Wording m_wording;
    QString m_currency = QStringLiteral("KRW");
    QString m_zone = QStringLiteral("Asia/Seoul");
    std::optional<commands::Outbox::Row> m_change;
    std::vector<commands::OutboxFields::Row> m_fieldRows;
    QLabel* m_heading = nullptr;
    QLabel* m_state = nullptr;
    QLabel* m_reason = nullptr;
    QScrollArea* m_scroll = nullptr;
    QWidget* m_fieldsArea = nullptr;
    QGridLayout* m_grid = nullptr;
    QLabel* m_effect = nullptr;
    QLabel* m_fault = nullptr;
    QPushButton* m_seen = nullptr;
    QPushButton* m_decide = nullptr;
    std::vector<FieldLine> m_lines;
    QRadioButton* m_wholeMine = nullptr; ///< of a change without fields
    bool m_isFilled = false;
};

} // namespace encore::ui
