// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/services.h"
#include "ui/common/theme.h"

#include <QDialog>

class QLabel;
class QProgressBar;
class QPushButton;

namespace encore::ui
{

/// Shows how far an import or export is, lets it be stopped, and says what came of it. Stays until it is closed, because the answer is
/// wanted; deletes itself then.
class BundleDialog final : public QDialog
{
    Q_OBJECT

public:
    BundleDialog(BundleService& bundles, Theme& theme, QWidget* parent);

    void importFile(const QString& path);
    void importDemo();
    void exportFile(const QString& path);

Q_SIGNALS:
    void imported();

protected:
    void changeEvent(QEvent* event) override;
    void reject() override; ///< while it runs: stops it and waits for its answer

private:
    enum class Kind { Import, Demo, Export };
    void begin(Kind kind, const QString& path);
    void showProgress(qint64 done, qint64 total);
    void conclude(const domain::Result<domain::Message>& result);
    void retranslate();

    BundleService& m_bundles;
    Theme& m_theme;
    Kind m_kind = Kind::Import;
    bool m_runs = false;
    bool m_stops = false;
    QString m_fileName;
    std::optional<domain::Result<domain::Message>> m_result;
    QLabel* m_heading = nullptr;
    QProgressBar* m_progress = nullptr;
    QLabel* m_answer = nullptr;
    QPushButton* m_button = nullptr; ///< stops, and closes afterwards
};

} // namespace encore::ui
