// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "commands/outgoing/outgoing.h"
#include "ui/common/rowmodel.h"

namespace encore::ui
{

class MessageModel final : public RowModel<commands::Messages::Row>
{
    Q_OBJECT

public:
    enum Column { At, What, Recipient, State, Tries, Reason, ColumnCount };

    using RowModel::RowModel;
    void setZone(const QString& zone) { m_zone = zone; }
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : ColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] static QString kindText(store::MessageKind kind);
    [[nodiscard]] static QString stateText(store::MessageState state);

protected:
    [[nodiscard]] QString keyOf(const commands::Messages::Row& row) const override { return row.messageId.text(); }

private:
    QString m_zone = QStringLiteral("Asia/Seoul");
};

} // namespace encore::ui
