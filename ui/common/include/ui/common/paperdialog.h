// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/services.h"
#include "ui/common/theme.h"
#include "ui/common/wording.h"

#include <QDialog>

class QLabel;
class QPagedPaintDevice;
class QPushButton;

namespace encore::ui
{

/// The tickets of an order to be held up, printed or saved; and its receipt. Whoever prints a second time is told about the first.
class PaperDialog final : public QDialog
{
    Q_OBJECT

public:
    PaperDialog(const Services& services, Theme& theme, domain::OrderId order, const QString& zone, QWidget* parent = nullptr);

    void savePdf(const QString& path); ///< all tickets, and the receipt behind them where there is one

Q_SIGNALS:
    void printed();

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void say();
    void refresh();
    void refreshPicture();
    void choosePrinter();
    void chooseFile();
    void turn(int by);
    [[nodiscard]] domain::Status paintOn(QPagedPaintDevice& device) const;
    void note(); ///< that it was printed

    Services m_services;
    Theme& m_theme;
    Wording m_wording;
    domain::OrderId m_order;
    QString m_zone;
    std::vector<domain::TicketPaper> m_tickets;
    std::optional<domain::ReceiptPaper> m_receipt;
    std::optional<domain::Instant> m_printedAt;
    QString m_answerText;
    int m_page = 0;
    QLabel* m_heading = nullptr;
    QLabel* m_picture = nullptr;
    QLabel* m_pageLabel = nullptr;
    QPushButton* m_before = nullptr;
    QPushButton* m_after = nullptr;
    QLabel* m_answer = nullptr;
    QPushButton* m_close = nullptr;
    QPushButton* m_save = nullptr;
    QPushButton* m_print = nullptr;
};

} // namespace encore::ui
