<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>Action</name>
        <message>
            <source>&amp;Edit</source>
            <translation>编辑(&amp;E)</translation>
        </message>
        <message>
            <source>&amp;File</source>
            <translation>文件(&amp;F)</translation>
        </message>
        <message>
            <source>&amp;Help</source>
            <translation>帮助(&amp;H)</translation>
        </message>
        <message>
            <source>&amp;Run</source>
            <translation>运行(&amp;R)</translation>
        </message>
        <message>
            <source>&amp;View</source>
            <translation>视图(&amp;V)</translation>
        </message>
        <message>
            <source>Back to the opened settings</source>
            <translation>恢复打开时的设置</translation>
        </message>
        <message>
            <source>Choose an experiment…</source>
            <translation>选择实验…</translation>
        </message>
        <message>
            <source>Copy figure</source>
            <translation>复制图</translation>
        </message>
        <message>
            <source>Dark or light</source>
            <translation>深色或浅色</translation>
        </message>
        <message>
            <source>Diagnostics…</source>
            <translation>诊断信息…</translation>
        </message>
        <message>
            <source>Draw your own data…</source>
            <translation>手绘数据…</translation>
        </message>
        <message>
            <source>English / 中文</source>
            <translation>English / 中文</translation>
        </message>
        <message>
            <source>Export figure…</source>
            <translation>导出图…</translation>
        </message>
        <message>
            <source>Export history as CSV…</source>
            <translation>导出历史为 CSV…</translation>
        </message>
        <message>
            <source>Export page of all panels…</source>
            <translation>导出所有面板为一页…</translation>
        </message>
        <message>
            <source>Export samples as NPZ…</source>
            <translation>导出样本为 NPZ…</translation>
        </message>
        <message>
            <source>Export weights as safetensors…</source>
            <translation>导出权重为 safetensors…</translation>
        </message>
        <message>
            <source>Faster</source>
            <translation>加速</translation>
        </message>
        <message>
            <source>Full screen</source>
            <translation>全屏</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>指南</translation>
        </message>
        <message>
            <source>JS versus Wasserstein on the stage</source>
            <translation>主台显示 JS 与 Wasserstein 对比</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>放大文字</translation>
        </message>
        <message>
            <source>Main picture on the stage</source>
            <translation>主台显示主图</translation>
        </message>
        <message>
            <source>Normal text</source>
            <translation>正常文字</translation>
        </message>
        <message>
            <source>One D step only</source>
            <translation>只更新 D 一步</translation>
        </message>
        <message>
            <source>One G step only</source>
            <translation>只更新 G 一步</translation>
        </message>
        <message>
            <source>One step</source>
            <translation>前进一步</translation>
        </message>
        <message>
            <source>Open file…</source>
            <translation>打开文件…</translation>
        </message>
        <message>
            <source>Play or pause</source>
            <translation>播放或暂停</translation>
        </message>
        <message>
            <source>Quit</source>
            <translation>退出</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Reset the layout</source>
            <translation>重置布局</translation>
        </message>
        <message>
            <source>Save checkpoint…</source>
            <translation>保存检查点…</translation>
        </message>
        <message>
            <source>Save experiment</source>
            <translation>保存实验</translation>
        </message>
        <message>
            <source>Save experiment as…</source>
            <translation>实验另存为…</translation>
        </message>
        <message>
            <source>Show the next run</source>
            <translation>显示下一个运行</translation>
        </message>
        <message>
            <source>Slower</source>
            <translation>减速</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>缩小文字</translation>
        </message>
        <message>
            <source>Start again with a new seed</source>
            <translation>用新种子重新开始</translation>
        </message>
        <message>
            <source>Start again with the same seed</source>
            <translation>用相同种子重新开始</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
    </context>
    <context>
        <name>CountButton</name>
        <message>
            <source>Draw… ({count})</source>
            <translation>绘制…（{count}）</translation>
        </message>
    </context>
    <context>
        <name>CurveMenu</name>
        <message>
            <source>All steps</source>
            <translation>全部步数</translation>
        </message>
        <message>
            <source>Curves</source>
            <translation>曲线</translation>
        </message>
        <message>
            <source>How the curves are shown</source>
            <translation>曲线的显示方式</translation>
        </message>
        <message>
            <source>Last {0} steps</source>
            <translation>最近 {0} 步</translation>
        </message>
        <message>
            <source>Linear</source>
            <translation>线性坐标</translation>
        </message>
        <message>
            <source>Logarithmic on both sides of 0</source>
            <translation>0 两侧的对数坐标</translation>
        </message>
        <message>
            <source>Steps shown, scale and smoothing.
Drag in the plot to zoom into some steps, double-click to go back.</source>
            <translation>显示的步数、坐标和平滑。
在图中拖动可放大一段步数，双击复位。</translation>
        </message>
        <message>
            <source>all</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>last {0}</source>
            <translation>最近 {0}</translation>
        </message>
        <message>
            <source>log</source>
            <translation>对数</translation>
        </message>
        <message>
            <source>mean of {0}</source>
            <translation>{0} 步平均</translation>
        </message>
        <message>
            <source>mean {0}</source>
            <translation>平均 {0}</translation>
        </message>
        <message>
            <source>zoom</source>
            <translation>缩放</translation>
        </message>
    </context>
    <context>
        <name>CurvesView</name>
        <message>
            <source>median of {0}</source>
            <translation>{0} 个中位数</translation>
        </message>
        <message>
            <source>↑ off scale, max {0}</source>
            <translation>↑ 超出范围，最大 {0}</translation>
        </message>
        <message>
            <source>↓ off scale, min {0}</source>
            <translation>↓ 超出范围，最小 {0}</translation>
        </message>
    </context>
    <context>
        <name>DensityView</name>
        <message>
            <source>Back to the whole picture (double click)</source>
            <translation>回到全图（双击）</translation>
        </message>
        <message>
            <source>Beyond the largest G(z) there is p alone: there D* jumps to 1.</source>
            <translation>在最大的 G(z) 之外只有 p：D* 在那里跳到 1。</translation>
        </message>
        <message>
            <source>D(x): how probably real D finds x (right axis)</source>
            <translation>D(x)：D 认为 x 为真的概率（右轴）</translation>
        </message>
        <message>
            <source>Density</source>
            <translation>密度</translation>
        </message>
        <message>
            <source>Density p(x) of the data</source>
            <translation>数据的密度 p(x)</translation>
        </message>
        <message>
            <source>Density p_g(x) of what G makes</source>
            <translation>生成样本的密度 p_g(x)</translation>
        </message>
        <message>
            <source>Kernel width h</source>
            <translation>带宽 h</translation>
        </message>
        <message>
            <source>On: p_g by change of variables where G maps a line to a line, else a kernel estimate by Scott's rule, h = σ n^(−1/5). Off: choose the width h yourself.</source>
            <translation>开：当 G 把直线映到直线时，用变量替换求 p_g，否则用 Scott 法则的核密度估计，h = σ n^(−1/5)。关：自己选择带宽 h。</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>正在启动…</translation>
        </message>
        <message>
            <source>The best possible D: D*(x) = p(x) / (p(x) + p_g(x))</source>
            <translation>最优判别器：D*(x) = p(x) / (p(x) + p_g(x))</translation>
        </message>
        <message>
            <source>The critic's score f(x) (right axis)</source>
            <translation>评论器的评分 f(x)（右轴）</translation>
        </message>
        <message>
            <source>This experiment's data has two dimensions.
The plane panel shows it.</source>
            <translation>该实验的数据是二维的。
请看平面面板。</translation>
        </message>
        <message>
            <source>Where G sends evenly probable values of the noise</source>
            <translation>G 把等概率的噪声值送到哪里</translation>
        </message>
        <message>
            <source>automatic kernel</source>
            <translation>自动带宽</translation>
        </message>
        <message>
            <source>change of variables</source>
            <translation>变量替换</translation>
        </message>
        <message>
            <source>critic</source>
            <translation>评论器</translation>
        </message>
        <message>
            <source>critic f(x)</source>
            <translation>评论器 f(x)</translation>
        </message>
        <message>
            <source>data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>density</source>
            <translation>密度</translation>
        </message>
        <message>
            <source>exact density</source>
            <translation>精确密度</translation>
        </message>
        <message>
            <source>generated</source>
            <translation>生成</translation>
        </message>
        <message>
            <source>h = %1</source>
            <translation>h = %1</translation>
        </message>
        <message>
            <source>kernel estimate, h = %1</source>
            <translation>核密度估计，h = %1</translation>
        </message>
        <message>
            <source>reset view</source>
            <translation>复位视图</translation>
        </message>
    </context>
    <context>
        <name>DistancesView</name>
        <message>
            <source>Distances</source>
            <translation>距离</translation>
        </message>
        <message>
            <source>W₁ exact on {0} points</source>
            <translation>W₁ 精确值，{0} 个点</translation>
        </message>
        <message>
            <source>W₁ {0} on {1} points</source>
            <translation>W₁ {0}，{1} 个点</translation>
        </message>
        <message>
            <source>perfect generator</source>
            <translation>完美生成器</translation>
        </message>
    </context>
    <context>
        <name>Documents</name>
        <message>
            <source>Another experiment replaces them.</source>
            <translation>打开另一个实验会取代这些设置。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Discard changes</source>
            <translation>放弃更改</translation>
        </message>
        <message>
            <source>Experiments, checkpoints, data</source>
            <translation>实验、检查点、数据</translation>
        </message>
        <message>
            <source>Open an experiment, a checkpoint or data</source>
            <translation>打开实验、检查点或数据</translation>
        </message>
        <message>
            <source>Save a checkpoint</source>
            <translation>保存检查点</translation>
        </message>
        <message>
            <source>Save the experiment</source>
            <translation>保存实验</translation>
        </message>
        <message>
            <source>Saved {0}</source>
            <translation>已保存 {0}</translation>
        </message>
        <message>
            <source>Save…</source>
            <translation>保存…</translation>
        </message>
        <message>
            <source>The settings were changed and not saved.</source>
            <translation>设置已更改，但未保存。</translation>
        </message>
        <message>
            <source>{0}: allowed are .toml, .pt, .csv, .tsv, .txt and .npz.</source>
            <translation>{0}：只能打开 .toml、.pt、.csv、.tsv、.txt 和 .npz 文件。</translation>
        </message>
    </context>
    <context>
        <name>DrawDialog</name>
        <message>
            <source>0 is a hard disc, 1 fades from the centre on.</source>
            <translation>0 为硬边圆盘，1 从中心开始逐渐变淡。</translation>
        </message>
        <message>
            <source>Allowed: {low} to {high}.</source>
            <translation>允许范围：{low} 至 {high}。</translation>
        </message>
        <message>
            <source>Brush size</source>
            <translation>画笔大小</translation>
        </message>
        <message>
            <source>By keyboard: arrows move, space paints.</source>
            <translation>用键盘：方向键移动，空格键涂画。</translation>
        </message>
        <message>
            <source>Cancel</source>
            <translation>取消</translation>
        </message>
        <message>
            <source>Canvas</source>
            <translation>画布</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>清空</translation>
        </message>
        <message>
            <source>Diameter of the brush ([ and ])</source>
            <translation>画笔直径（[ 和 ]）</translation>
        </message>
        <message>
            <source>Draw the data</source>
            <translation>手绘数据</translation>
        </message>
        <message>
            <source>Eraser</source>
            <translation>橡皮擦</translation>
        </message>
        <message>
            <source>Paint where data should be; a place gone over twice is twice as likely.</source>
            <translation>在应有数据的地方涂画；同一处涂两遍，概率就大一倍。</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Softness</source>
            <translation>柔和度</translation>
        </message>
        <message>
            <source>The drawing is empty: paint something first.</source>
            <translation>画布是空的：请先涂画。</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Use this drawing</source>
            <translation>使用这幅画</translation>
        </message>
        <message>
            <source>clear</source>
            <translation>清空</translation>
        </message>
        <message>
            <source>stroke</source>
            <translation>笔画</translation>
        </message>
    </context>
    <context>
        <name>Experiment</name>
        <message>
            <source>(x − mean) / std</source>
            <translation>(x − 均值) / 标准差</translation>
        </message>
        <message>
            <source>(θ, η), η ~ U[0, 1]</source>
            <translation>(θ, η), η ~ U[0, 1]</translation>
        </message>
        <message>
            <source>1-D</source>
            <translation>一维</translation>
        </message>
        <message>
            <source>2-D</source>
            <translation>二维</translation>
        </message>
        <message>
            <source>A CSV, TSV or NPZ file of up to 1 000 000 rows.</source>
            <translation>CSV、TSV 或 NPZ 文件，最多 1 000 000 行。</translation>
        </message>
        <message>
            <source>Across the arm</source>
            <translation>垂直于臂</translation>
        </message>
        <message>
            <source>Activation</source>
            <translation>激活函数</translation>
        </message>
        <message>
            <source>Adam</source>
            <translation>Adam</translation>
        </message>
        <message>
            <source>Adam and RMSProp: memory of the gradient's square.</source>
            <translation>Adam 与 RMSProp：梯度平方的记忆系数。</translation>
        </message>
        <message>
            <source>Adam: memory of the gradient's mean.</source>
            <translation>Adam：梯度均值的记忆系数。</translation>
        </message>
        <message>
            <source>After each D step every critic weight is clipped to [−c, c]; 0 is off.</source>
            <translation>每次 D 更新后，评论器的每个权重都裁剪到 [−c, c]；0 为关闭。</translation>
        </message>
        <message>
            <source>Along the arm</source>
            <translation>沿臂方向</translation>
        </message>
        <message>
            <source>Alternating: G answers the D just updated. Simultaneous: both answer the old one.</source>
            <translation>交替：G 面对刚更新的 D。同时：双方都面对旧的对方。</translation>
        </message>
        <message>
            <source>Arms</source>
            <translation>臂数</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>批大小</translation>
        </message>
        <message>
            <source>Cells</source>
            <translation>格数</translation>
        </message>
        <message>
            <source>Cells along one side of the board.</source>
            <translation>棋盘每边的格数。</translation>
        </message>
        <message>
            <source>Chooses the places; another number, another layout.</source>
            <translation>决定各中心的位置；换一个数，就换一种布局。</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Correlation</source>
            <translation>相关系数</translation>
        </message>
        <message>
            <source>Data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>Data and noise</source>
            <translation>数据与噪声</translation>
        </message>
        <message>
            <source>Discriminator</source>
            <translation>判别器</translation>
        </message>
        <message>
            <source>Discriminator updates in a step: the k of Algorithm 1.</source>
            <translation>一步中判别器的更新次数：算法 1 中的 k。</translation>
        </message>
        <message>
            <source>Distance between neighbouring modes.</source>
            <translation>相邻模式之间的距离。</translation>
        </message>
        <message>
            <source>Distance of every mode from the origin.</source>
            <translation>每个模式到原点的距离。</translation>
        </message>
        <message>
            <source>Distance of the roll's outer end from the origin.</source>
            <translation>卷的外端到原点的距离。</translation>
        </message>
        <message>
            <source>Dropout</source>
            <translation>Dropout</translation>
        </message>
        <message>
            <source>ELU</source>
            <translation>ELU</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>G steps</source>
            <translation>G 步数</translation>
        </message>
        <message>
            <source>Game</source>
            <translation>博弈</translation>
        </message>
        <message>
            <source>Gaussian</source>
            <translation>高斯分布</translation>
        </message>
        <message>
            <source>Gaussian in 2-D</source>
            <translation>二维高斯分布</translation>
        </message>
        <message>
            <source>Gaussian mixture</source>
            <translation>高斯混合分布</translation>
        </message>
        <message>
            <source>Generator</source>
            <translation>生成器</translation>
        </message>
        <message>
            <source>Generator updates in a step; 0 freezes the generator.</source>
            <translation>一步中生成器的更新次数；0 则冻结生成器。</translation>
        </message>
        <message>
            <source>Half the side of the board.</source>
            <translation>棋盘边长的一半。</translation>
        </message>
        <message>
            <source>Half the side of the square that can be drawn on.</source>
            <translation>可绘制正方形边长的一半。</translation>
        </message>
        <message>
            <source>Half the side of the square that the centres fall into.</source>
            <translation>各中心所在正方形边长的一半。</translation>
        </message>
        <message>
            <source>Half width</source>
            <translation>半边长</translation>
        </message>
        <message>
            <source>He</source>
            <translation>He</translation>
        </message>
        <message>
            <source>Header</source>
            <translation>表头</translation>
        </message>
        <message>
            <source>Heaviest : lightest</source>
            <translation>最重 : 最轻</translation>
        </message>
        <message>
            <source>Hidden</source>
            <translation>隐藏层</translation>
        </message>
        <message>
            <source>High</source>
            <translation>上限</translation>
        </message>
        <message>
            <source>How far a point is turned for each unit from the origin.</source>
            <translation>到原点的距离每增加一个单位，点转过的角度。</translation>
        </message>
        <message>
            <source>How far the segment is from the line x = 0.</source>
            <translation>线段到直线 x = 0 的距离。</translation>
        </message>
        <message>
            <source>How gradients become steps.</source>
            <translation>梯度如何变成更新。</translation>
        </message>
        <message>
            <source>How heavy each component is; only the proportions count.</source>
            <translation>各分量的权重；只有比例起作用。</translation>
        </message>
        <message>
            <source>How many arms turn around the origin.</source>
            <translation>绕原点旋转的臂数。</translation>
        </message>
        <message>
            <source>How many components, or modes, the mixture has.</source>
            <translation>混合分布的分量（即模式）个数。</translation>
        </message>
        <message>
            <source>How many numbers one z has.</source>
            <translation>一个 z 包含多少个数。</translation>
        </message>
        <message>
            <source>How many times heavier the heaviest mode is than the lightest.</source>
            <translation>最重的模式是最轻的模式的多少倍。</translation>
        </message>
        <message>
            <source>How many times the curve winds around the origin.</source>
            <translation>曲线绕原点多少圈。</translation>
        </message>
        <message>
            <source>How much the penalty counts in D's loss.</source>
            <translation>惩罚项在 D 的损失中的权重。</translation>
        </message>
        <message>
            <source>How strongly x and y go together.</source>
            <translation>x 与 y 的相关程度。</translation>
        </message>
        <message>
            <source>How the weights are drawn before the first step; biases follow the same rule or start at 0.</source>
            <translation>第一步之前权重如何抽取；偏置遵循同样的规则，或从 0 开始。</translation>
        </message>
        <message>
            <source>Initial weights</source>
            <translation>初始权重</translation>
        </message>
        <message>
            <source>Inner : outer</source>
            <translation>内 : 外</translation>
        </message>
        <message>
            <source>Laplace</source>
            <translation>拉普拉斯分布</translation>
        </message>
        <message>
            <source>Layout</source>
            <translation>布局</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>学习率</translation>
        </message>
        <message>
            <source>Learning rate.</source>
            <translation>学习率。</translation>
        </message>
        <message>
            <source>Left end of the interval.</source>
            <translation>区间的左端点。</translation>
        </message>
        <message>
            <source>Lipschitz</source>
            <translation>Lipschitz 约束</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>损失</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>下限</translation>
        </message>
        <message>
            <source>MAD-GAN mixture</source>
            <translation>MAD-GAN 混合分布</translation>
        </message>
        <message>
            <source>Mean</source>
            <translation>均值</translation>
        </message>
        <message>
            <source>Mean distance of a sample from the peak.</source>
            <translation>样本到峰的平均距离。</translation>
        </message>
        <message>
            <source>Mean in x</source>
            <translation>x 均值</translation>
        </message>
        <message>
            <source>Mean in y</source>
            <translation>y 均值</translation>
        </message>
        <message>
            <source>Means</source>
            <translation>各均值</translation>
        </message>
        <message>
            <source>Modes</source>
            <translation>模式数</translation>
        </message>
        <message>
            <source>Modes along one side; the grid has side × side of them.</source>
            <translation>每边的模式数；网格共有 边 × 边 个模式。</translation>
        </message>
        <message>
            <source>Momentum</source>
            <translation>动量</translation>
        </message>
        <message>
            <source>Multiplies every mean and std of the paper's mixture.</source>
            <translation>乘到论文混合分布的每个均值和标准差上。</translation>
        </message>
        <message>
            <source>Noise</source>
            <translation>噪声</translation>
        </message>
        <message>
            <source>Noise dimension</source>
            <translation>噪声维数</translation>
        </message>
        <message>
            <source>One or two columns, counted from 1; empty takes the first numeric ones.</source>
            <translation>一列或两列，从 1 数起；留空则取最前面的数值列。</translation>
        </message>
        <message>
            <source>Only Adam and RMSProp use it.</source>
            <translation>仅 Adam 和 RMSProp 使用。</translation>
        </message>
        <message>
            <source>Only Adam uses it.</source>
            <translation>仅 Adam 使用。</translation>
        </message>
        <message>
            <source>Only the optimizer momentum uses it.</source>
            <translation>仅动量优化器使用。</translation>
        </message>
        <message>
            <source>Optimizer</source>
            <translation>优化器</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>顺序</translation>
        </message>
        <message>
            <source>Order matters only when both players move.</source>
            <translation>只有双方都更新时，顺序才起作用。</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>输出</translation>
        </message>
        <message>
            <source>Penalty</source>
            <translation>惩罚</translation>
        </message>
        <message>
            <source>R1</source>
            <translation>R1</translation>
        </message>
        <message>
            <source>R2</source>
            <translation>R2</translation>
        </message>
        <message>
            <source>RMSProp</source>
            <translation>RMSProp</translation>
        </message>
        <message>
            <source>Radius</source>
            <translation>半径</translation>
        </message>
        <message>
            <source>Radius of the inner circle over that of the outer.</source>
            <translation>内圆半径与外圆半径之比。</translation>
        </message>
        <message>
            <source>ReLU</source>
            <translation>ReLU</translation>
        </message>
        <message>
            <source>Right end of the interval.</source>
            <translation>区间的右端点。</translation>
        </message>
        <message>
            <source>Run r draws from seed + r.</source>
            <translation>第 r 个运行使用种子 + r。</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>运行数</translation>
        </message>
        <message>
            <source>SGD</source>
            <translation>SGD</translation>
        </message>
        <message>
            <source>Samples in a minibatch, fresh at every update.</source>
            <translation>小批量中的样本数，每次更新都重新抽取。</translation>
        </message>
        <message>
            <source>Scale</source>
            <translation>尺度</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>种子</translation>
        </message>
        <message>
            <source>Seeds trained side by side.</source>
            <translation>并排训练的种子数。</translation>
        </message>
        <message>
            <source>Share of hidden units silenced at random in training.</source>
            <translation>训练中随机关闭的隐藏单元比例。</translation>
        </message>
        <message>
            <source>Shift and scale every column to mean 0 and standard deviation 1.</source>
            <translation>平移并缩放每一列，使均值为 0、标准差为 1。</translation>
        </message>
        <message>
            <source>Side</source>
            <translation>边</translation>
        </message>
        <message>
            <source>Spacing</source>
            <translation>间距</translation>
        </message>
        <message>
            <source>Spread</source>
            <translation>散布范围</translation>
        </message>
        <message>
            <source>Standard deviation</source>
            <translation>标准差</translation>
        </message>
        <message>
            <source>Standard deviation across an arm.</source>
            <translation>垂直于臂方向的标准差。</translation>
        </message>
        <message>
            <source>Standard deviation along an arm, centred at radius 2.</source>
            <translation>沿臂方向的标准差，中心在半径 2 处。</translation>
        </message>
        <message>
            <source>Standard deviation along x.</source>
            <translation>x 方向的标准差。</translation>
        </message>
        <message>
            <source>Standard deviation along y.</source>
            <translation>y 方向的标准差。</translation>
        </message>
        <message>
            <source>Standard deviation in x</source>
            <translation>x 标准差</translation>
        </message>
        <message>
            <source>Standard deviation in x; without it the segment has no density.</source>
            <translation>x 方向的标准差；没有它，线段就没有密度。</translation>
        </message>
        <message>
            <source>Standard deviation in y</source>
            <translation>y 标准差</translation>
        </message>
        <message>
            <source>Standard deviation of each component.</source>
            <translation>各分量的标准差。</translation>
        </message>
        <message>
            <source>Standard deviation of one component.</source>
            <translation>单个分量的标准差。</translation>
        </message>
        <message>
            <source>Standard deviation of the noise around the curve.</source>
            <translation>曲线周围噪声的标准差。</translation>
        </message>
        <message>
            <source>Standard deviations</source>
            <translation>各标准差</translation>
        </message>
        <message>
            <source>Standardise</source>
            <translation>标准化</translation>
        </message>
        <message>
            <source>Strokes</source>
            <translation>笔画</translation>
        </message>
        <message>
            <source>Swiss roll</source>
            <translation>瑞士卷</translation>
        </message>
        <message>
            <source>The distribution the generator is to learn.</source>
            <translation>生成器要学习的分布。</translation>
        </message>
        <message>
            <source>The generator is frozen: G steps is 0.</source>
            <translation>生成器已冻结：G 步数为 0。</translation>
        </message>
        <message>
            <source>The non-linearity after every hidden layer; maxout takes the largest of 5 linear pieces.</source>
            <translation>每个隐藏层之后的非线性函数；maxout 取 5 个线性片段中的最大值。</translation>
        </message>
        <message>
            <source>The strokes in the order they were drawn.</source>
            <translation>按绘制顺序排列的笔画。</translation>
        </message>
        <message>
            <source>There is no hidden layer to activate.</source>
            <translation>没有可激活的隐藏层。</translation>
        </message>
        <message>
            <source>There is no hidden layer to drop units from.</source>
            <translation>没有可丢弃单元的隐藏层。</translation>
        </message>
        <message>
            <source>There is no penalty to weigh: choose one above.</source>
            <translation>没有要加权的惩罚项：请先在上面选择一种。</translation>
        </message>
        <message>
            <source>Thickness</source>
            <translation>厚度</translation>
        </message>
        <message>
            <source>Turns</source>
            <translation>圈数</translation>
        </message>
        <message>
            <source>Twist</source>
            <translation>扭转</translation>
        </message>
        <message>
            <source>Wasserstein</source>
            <translation>Wasserstein</translation>
        </message>
        <message>
            <source>Weighs the generator's loss: below 1, D passes it less gradient.</source>
            <translation>给生成器的损失加权：小于 1 时，D 传给它的梯度较小。</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>权重</translation>
        </message>
        <message>
            <source>Weights are clipped with the Wasserstein loss only: choose it under Game.</source>
            <translation>只有使用 Wasserstein 损失时才裁剪权重：请在“博弈”中选择它。</translation>
        </message>
        <message>
            <source>What keeps D smooth: the gradient penalty of WGAN-GP between data and samples, R1 on the data, R2 on the samples.</source>
            <translation>使 D 保持平滑的办法：WGAN-GP 的梯度惩罚作用于数据与样本之间，R1 作用于数据，R2 作用于样本。</translation>
        </message>
        <message>
            <source>What share of the last step is repeated; momentum only.</source>
            <translation>重复上一步更新的比例；仅用于动量优化器。</translation>
        </message>
        <message>
            <source>What the last layer passes through; tanh only reaches (-1, 1).</source>
            <translation>最后一层的输出函数；tanh 只能取到 (-1, 1)。</translation>
        </message>
        <message>
            <source>What the two players optimise.</source>
            <translation>两个玩家各自优化什么。</translation>
        </message>
        <message>
            <source>Where each component is centred.</source>
            <translation>各分量的中心。</translation>
        </message>
        <message>
            <source>Where the distribution is centred along x.</source>
            <translation>分布在 x 方向的中心。</translation>
        </message>
        <message>
            <source>Where the distribution is centred along y.</source>
            <translation>分布在 y 方向的中心。</translation>
        </message>
        <message>
            <source>Where the distribution is centred.</source>
            <translation>分布的中心。</translation>
        </message>
        <message>
            <source>Where z comes from: a standard Gaussian, or uniform on [-1, 1].</source>
            <translation>z 的分布：标准高斯分布，或 [-1, 1] 上的均匀分布。</translation>
        </message>
        <message>
            <source>Whether the first line names the columns; auto looks for itself.</source>
            <translation>第一行是否为列名；“自动”会自行判断。</translation>
        </message>
        <message>
            <source>Widths of the hidden layers from input to output; an empty list leaves one linear map.</source>
            <translation>从输入到输出各隐藏层的宽度；列表为空时只剩一个线性映射。</translation>
        </message>
        <message>
            <source>Xavier</source>
            <translation>Xavier</translation>
        </message>
        <message>
            <source>Your own</source>
            <translation>自己的数据</translation>
        </message>
        <message>
            <source>a file…</source>
            <translation>文件…</translation>
        </message>
        <message>
            <source>alternating</source>
            <translation>交替</translation>
        </message>
        <message>
            <source>angle = twist · ‖x‖</source>
            <translation>角度 = 扭转 · ‖x‖</translation>
        </message>
        <message>
            <source>auto</source>
            <translation>自动</translation>
        </message>
        <message>
            <source>automatic</source>
            <translation>自动</translation>
        </message>
        <message>
            <source>c clip</source>
            <translation>裁剪 c</translation>
        </message>
        <message>
            <source>checkerboard</source>
            <translation>棋盘</translation>
        </message>
        <message>
            <source>default</source>
            <translation>默认</translation>
        </message>
        <message>
            <source>drawn by hand…</source>
            <translation>手绘…</translation>
        </message>
        <message>
            <source>gradient (WGAN-GP)</source>
            <translation>梯度 (WGAN-GP)</translation>
        </message>
        <message>
            <source>gradient: λ E(‖∇D(x̂)‖ − 1)² · R1, R2: (λ/2) E‖∇D(x)‖²</source>
            <translation>梯度惩罚：λ E(‖∇D(x̂)‖ − 1)² · R1、R2：(λ/2) E‖∇D(x)‖²</translation>
        </message>
        <message>
            <source>grid</source>
            <translation>网格</translation>
        </message>
        <message>
            <source>k (D steps)</source>
            <translation>k (D 步数)</translation>
        </message>
        <message>
            <source>leaky ReLU</source>
            <translation>leaky ReLU</translation>
        </message>
        <message>
            <source>linear</source>
            <translation>线性</translation>
        </message>
        <message>
            <source>maxout</source>
            <translation>maxout</translation>
        </message>
        <message>
            <source>minimax</source>
            <translation>极小极大</translation>
        </message>
        <message>
            <source>minimax: G minimises E log(1 − D(G(z))) · non-saturating: G maximises E log D(G(z)) · wasserstein: D maximises E f(x) − E f(G(z))</source>
            <translation>极小极大：G 最小化 E log(1 − D(G(z))) · 非饱和：G 最大化 E log D(G(z)) · Wasserstein：D 最大化 E f(x) − E f(G(z))</translation>
        </message>
        <message>
            <source>momentum</source>
            <translation>动量</translation>
        </message>
        <message>
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <source>no hidden layer</source>
            <translation>无隐藏层</translation>
        </message>
        <message>
            <source>non-saturating</source>
            <translation>非饱和</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>normal</source>
            <translation>正态</translation>
        </message>
        <message>
            <source>orthogonal</source>
            <translation>正交</translation>
        </message>
        <message>
            <source>p(x) = exp(−|x − μ|/b) / 2b</source>
            <translation>p(x) = exp(−|x − μ|/b) / 2b</translation>
        </message>
        <message>
            <source>parallel segments</source>
            <translation>平行线段</translation>
        </message>
        <message>
            <source>pinwheel</source>
            <translation>风车</translation>
        </message>
        <message>
            <source>r</source>
            <translation>r</translation>
        </message>
        <message>
            <source>random mixture</source>
            <translation>随机混合</translation>
        </message>
        <message>
            <source>ring</source>
            <translation>环</translation>
        </message>
        <message>
            <source>sigmoid</source>
            <translation>sigmoid</translation>
        </message>
        <message>
            <source>simultaneous</source>
            <translation>同时</translation>
        </message>
        <message>
            <source>softplus</source>
            <translation>softplus</translation>
        </message>
        <message>
            <source>spiral</source>
            <translation>螺旋</translation>
        </message>
        <message>
            <source>tanh</source>
            <translation>tanh</translation>
        </message>
        <message>
            <source>two circles</source>
            <translation>双圆</translation>
        </message>
        <message>
            <source>two moons</source>
            <translation>双月</translation>
        </message>
        <message>
            <source>unbalanced ring</source>
            <translation>不均衡环</translation>
        </message>
        <message>
            <source>uniform</source>
            <translation>均匀分布</translation>
        </message>
        <message>
            <source>w ← clip(w, −c, c)</source>
            <translation>w ← clip(w, −c, c)</translation>
        </message>
        <message>
            <source>wᵢ ∝ ratio^(−i/(M−1))</source>
            <translation>wᵢ ∝ 比值^(−i/(M−1))</translation>
        </message>
        <message>
            <source>w₁ : w₂ : …</source>
            <translation>w₁ : w₂ : …</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
        <message>
            <source>z ~ p(z)</source>
            <translation>z ~ p(z)</translation>
        </message>
        <message>
            <source>λ adversarial</source>
            <translation>对抗权重 λ</translation>
        </message>
        <message>
            <source>λ penalty</source>
            <translation>惩罚权重 λ</translation>
        </message>
        <message>
            <source>λ · L_G</source>
            <translation>λ · L_G</translation>
        </message>
    </context>
    <context>
        <name>ExportDialog</name>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>Dots per inch</source>
            <translation>每英寸点数</translation>
        </message>
        <message>
            <source>Export figure</source>
            <translation>导出图</translation>
        </message>
        <message>
            <source>File type</source>
            <translation>文件类型</translation>
        </message>
        <message>
            <source>Height</source>
            <translation>高度</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>字号</translation>
        </message>
        <message>
            <source>Theme</source>
            <translation>主题</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>单位</translation>
        </message>
        <message>
            <source>Width</source>
            <translation>宽度</translation>
        </message>
        <message>
            <source>millimetres</source>
            <translation>毫米</translation>
        </message>
        <message>
            <source>pixels</source>
            <translation>像素</translation>
        </message>
    </context>
    <context>
        <name>Exporter</name>
        <message>
            <source>Copied as picture and as SVG</source>
            <translation>已复制为图片和 SVG</translation>
        </message>
        <message>
            <source>Export figure</source>
            <translation>导出图</translation>
        </message>
        <message>
            <source>Export history</source>
            <translation>导出历史</translation>
        </message>
        <message>
            <source>Export samples</source>
            <translation>导出样本</translation>
        </message>
        <message>
            <source>Export weights</source>
            <translation>导出权重</translation>
        </message>
        <message>
            <source>There is nothing to export yet.</source>
            <translation>还没有可导出的内容。</translation>
        </message>
        <message>
            <source>all panels</source>
            <translation>所有面板</translation>
        </message>
    </context>
    <context>
        <name>Figure</name>
        <message>
            <source>3σ of each mode</source>
            <translation>各模式的 3σ</translation>
        </message>
        <message>
            <source>Across the arm</source>
            <translation>垂直于臂</translation>
        </message>
        <message>
            <source>Activation</source>
            <translation>激活函数</translation>
        </message>
        <message>
            <source>Along the arm</source>
            <translation>沿臂方向</translation>
        </message>
        <message>
            <source>Arms</source>
            <translation>臂数</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>批大小</translation>
        </message>
        <message>
            <source>Cells</source>
            <translation>格数</translation>
        </message>
        <message>
            <source>Checkerboard</source>
            <translation>棋盘</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Correlation</source>
            <translation>相关系数</translation>
        </message>
        <message>
            <source>D</source>
            <translation>D</translation>
        </message>
        <message>
            <source>Density</source>
            <translation>密度</translation>
        </message>
        <message>
            <source>Distances</source>
            <translation>距离</translation>
        </message>
        <message>
            <source>Dropout</source>
            <translation>Dropout</translation>
        </message>
        <message>
            <source>Figure 1 of the GAN paper</source>
            <translation>GAN 论文的图 1</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>Fréchet</source>
            <translation>Fréchet</translation>
        </message>
        <message>
            <source>G</source>
            <translation>G</translation>
        </message>
        <message>
            <source>G steps</source>
            <translation>G 步数</translation>
        </message>
        <message>
            <source>GAN Lab's default</source>
            <translation>GAN Lab 的默认设置</translation>
        </message>
        <message>
            <source>Gaussians</source>
            <translation>高斯分布</translation>
        </message>
        <message>
            <source>Half width</source>
            <translation>半边长</translation>
        </message>
        <message>
            <source>Header</source>
            <translation>表头</translation>
        </message>
        <message>
            <source>Heaviest : lightest</source>
            <translation>最重 : 最轻</translation>
        </message>
        <message>
            <source>Hidden</source>
            <translation>隐藏层</translation>
        </message>
        <message>
            <source>High</source>
            <translation>上限</translation>
        </message>
        <message>
            <source>Initial weights</source>
            <translation>初始权重</translation>
        </message>
        <message>
            <source>Inner : outer</source>
            <translation>内 : 外</translation>
        </message>
        <message>
            <source>JS</source>
            <translation>JS</translation>
        </message>
        <message>
            <source>JS versus Wasserstein</source>
            <translation>JS 与 Wasserstein 对比</translation>
        </message>
        <message>
            <source>KL</source>
            <translation>KL</translation>
        </message>
        <message>
            <source>Layout</source>
            <translation>布局</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>学习率</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>损失</translation>
        </message>
        <message>
            <source>Losses</source>
            <translation>损失</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>下限</translation>
        </message>
        <message>
            <source>MAD-GAN's five modes</source>
            <translation>MAD-GAN 的五个模式</translation>
        </message>
        <message>
            <source>MMD²</source>
            <translation>MMD²</translation>
        </message>
        <message>
            <source>Mean</source>
            <translation>均值</translation>
        </message>
        <message>
            <source>Mean in x</source>
            <translation>x 均值</translation>
        </message>
        <message>
            <source>Mean in y</source>
            <translation>y 均值</translation>
        </message>
        <message>
            <source>Means</source>
            <translation>各均值</translation>
        </message>
        <message>
            <source>Mixture on the line</source>
            <translation>直线上的混合分布</translation>
        </message>
        <message>
            <source>Mode collapse on the grid</source>
            <translation>网格上的模式崩塌</translation>
        </message>
        <message>
            <source>Mode collapse on the ring</source>
            <translation>环上的模式崩塌</translation>
        </message>
        <message>
            <source>Mode history</source>
            <translation>模式历史</translation>
        </message>
        <message>
            <source>Modes</source>
            <translation>模式</translation>
        </message>
        <message>
            <source>Momentum</source>
            <translation>动量</translation>
        </message>
        <message>
            <source>Nine seeds</source>
            <translation>九个种子</translation>
        </message>
        <message>
            <source>Noise</source>
            <translation>噪声</translation>
        </message>
        <message>
            <source>Noise dimension</source>
            <translation>噪声维数</translation>
        </message>
        <message>
            <source>Nothing has been drawn yet.</source>
            <translation>还没有画出内容。</translation>
        </message>
        <message>
            <source>Nothing has been measured yet.</source>
            <translation>还没有测量结果。</translation>
        </message>
        <message>
            <source>Optimizer</source>
            <translation>优化器</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>顺序</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>输出</translation>
        </message>
        <message>
            <source>Parallel segments</source>
            <translation>平行线段</translation>
        </message>
        <message>
            <source>Penalty</source>
            <translation>惩罚</translation>
        </message>
        <message>
            <source>Pinwheel</source>
            <translation>风车</translation>
        </message>
        <message>
            <source>Plane</source>
            <translation>平面</translation>
        </message>
        <message>
            <source>R1 on the ring</source>
            <translation>环上的 R1</translation>
        </message>
        <message>
            <source>Radius</source>
            <translation>半径</translation>
        </message>
        <message>
            <source>Ring of eight modes</source>
            <translation>八个模式的环</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>多次运行</translation>
        </message>
        <message>
            <source>Scale</source>
            <translation>尺度</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>种子</translation>
        </message>
        <message>
            <source>Side</source>
            <translation>边</translation>
        </message>
        <message>
            <source>Simultaneous steps spiral out</source>
            <translation>同时更新，螺旋发散</translation>
        </message>
        <message>
            <source>Spacing</source>
            <translation>间距</translation>
        </message>
        <message>
            <source>Spread</source>
            <translation>散布范围</translation>
        </message>
        <message>
            <source>Standard deviation</source>
            <translation>标准差</translation>
        </message>
        <message>
            <source>Standard deviation in x</source>
            <translation>x 标准差</translation>
        </message>
        <message>
            <source>Standard deviation in y</source>
            <translation>y 标准差</translation>
        </message>
        <message>
            <source>Standard deviations</source>
            <translation>各标准差</translation>
        </message>
        <message>
            <source>Standardise</source>
            <translation>标准化</translation>
        </message>
        <message>
            <source>Strokes</source>
            <translation>笔画</translation>
        </message>
        <message>
            <source>Swiss roll</source>
            <translation>瑞士卷</translation>
        </message>
        <message>
            <source>TV</source>
            <translation>TV</translation>
        </message>
        <message>
            <source>The adversarial weight</source>
            <translation>对抗权重</translation>
        </message>
        <message>
            <source>The density panel needs data of one dimension.</source>
            <translation>密度面板需要一维数据。</translation>
        </message>
        <message>
            <source>The optimizer matters</source>
            <translation>优化器很重要</translation>
        </message>
        <message>
            <source>The plane needs data of two dimensions.</source>
            <translation>平面图需要二维数据。</translation>
        </message>
        <message>
            <source>The vanishing gradient</source>
            <translation>梯度消失</translation>
        </message>
        <message>
            <source>Thickness</source>
            <translation>厚度</translation>
        </message>
        <message>
            <source>This data has no modes.</source>
            <translation>该数据没有模式。</translation>
        </message>
        <message>
            <source>Turns</source>
            <translation>圈数</translation>
        </message>
        <message>
            <source>Twist</source>
            <translation>扭转</translation>
        </message>
        <message>
            <source>Two moons</source>
            <translation>双月</translation>
        </message>
        <message>
            <source>Unbalanced ring</source>
            <translation>不均衡环</translation>
        </message>
        <message>
            <source>Uniforms</source>
            <translation>均匀分布</translation>
        </message>
        <message>
            <source>V</source>
            <translation>V</translation>
        </message>
        <message>
            <source>WGAN with clipped weights</source>
            <translation>权重裁剪的 WGAN</translation>
        </message>
        <message>
            <source>WGAN-GP on the grid</source>
            <translation>网格上的 WGAN-GP</translation>
        </message>
        <message>
            <source>WGAN-GP on the ring</source>
            <translation>环上的 WGAN-GP</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>权重</translation>
        </message>
        <message>
            <source>W₁</source>
            <translation>W₁</translation>
        </message>
        <message>
            <source>accuracy</source>
            <translation>准确率</translation>
        </message>
        <message>
            <source>accuracy, fake</source>
            <translation>准确率（生成）</translation>
        </message>
        <message>
            <source>accuracy, real</source>
            <translation>准确率（真实）</translation>
        </message>
        <message>
            <source>c clip</source>
            <translation>裁剪 c</translation>
        </message>
        <message>
            <source>captured {0} of {1}</source>
            <translation>已捕获 {0} / {1}</translation>
        </message>
        <message>
            <source>change of variables</source>
            <translation>变量替换</translation>
        </message>
        <message>
            <source>data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>density</source>
            <translation>密度</translation>
        </message>
        <message>
            <source>distance</source>
            <translation>距离</translation>
        </message>
        <message>
            <source>exact</source>
            <translation>精确值</translation>
        </message>
        <message>
            <source>exact assignment</source>
            <translation>最优分配（精确）</translation>
        </message>
        <message>
            <source>generated</source>
            <translation>生成</translation>
        </message>
        <message>
            <source>high quality {0} % (at best {1} %)</source>
            <translation>高质量 {0} %（上限 {1} %）</translation>
        </message>
        <message>
            <source>image of the noise grid</source>
            <translation>噪声网格的像</translation>
        </message>
        <message>
            <source>k (D steps)</source>
            <translation>k (D 步数)</translation>
        </message>
        <message>
            <source>kernel estimate</source>
            <translation>核密度估计</translation>
        </message>
        <message>
            <source>median of {0} runs, 10–90 %</source>
            <translation>{0} 个运行的中位数，10–90 %</translation>
        </message>
        <message>
            <source>mode</source>
            <translation>模式</translation>
        </message>
        <message>
            <source>nats</source>
            <translation>nats</translation>
        </message>
        <message>
            <source>p: mean over squares of side {0}</source>
            <translation>p：边长 {0} 的方格内的均值</translation>
        </message>
        <message>
            <source>penalty</source>
            <translation>惩罚项</translation>
        </message>
        <message>
            <source>perfect generator</source>
            <translation>完美生成器</translation>
        </message>
        <message>
            <source>reverse KL</source>
            <translation>反向 KL</translation>
        </message>
        <message>
            <source>run</source>
            <translation>运行</translation>
        </message>
        <message>
            <source>score</source>
            <translation>评分</translation>
        </message>
        <message>
            <source>seed</source>
            <translation>种子</translation>
        </message>
        <message>
            <source>share of samples</source>
            <translation>样本比例</translation>
        </message>
        <message>
            <source>sliced</source>
            <translation>切片近似</translation>
        </message>
        <message>
            <source>step</source>
            <translation>步</translation>
        </message>
        <message>
            <source>true weights</source>
            <translation>真实权重</translation>
        </message>
        <message>
            <source>where G is pulled</source>
            <translation>G 被拉向何处</translation>
        </message>
        <message>
            <source>{0} of {1} runs</source>
            <translation>{1} 个运行中的 {0} 个</translation>
        </message>
        <message>
            <source>λ adversarial</source>
            <translation>对抗权重 λ</translation>
        </message>
        <message>
            <source>λ penalty</source>
            <translation>惩罚权重 λ</translation>
        </message>
    </context>
    <context>
        <name>Gallery</name>
        <message>
            <source>Choose an experiment</source>
            <translation>选择实验</translation>
        </message>
        <message>
            <source>Experiments</source>
            <translation>实验</translation>
        </message>
        <message>
            <source>No experiment has these words.</source>
            <translation>没有包含这些词的实验。</translation>
        </message>
        <message>
            <source>Open file…</source>
            <translation>打开文件…</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>搜索</translation>
        </message>
    </context>
    <context>
        <name>Group</name>
        <message>
            <source>fewer</source>
            <translation>收起</translation>
        </message>
        <message>
            <source>more…</source>
            <translation>更多…</translation>
        </message>
    </context>
    <context>
        <name>Help</name>
        <message>
            <source>Copy</source>
            <translation>复制</translation>
        </message>
        <message>
            <source>Diagnostics</source>
            <translation>诊断信息</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>指南</translation>
        </message>
    </context>
    <context>
        <name>ListControl</name>
        <message>
            <source>numbers</source>
            <translation>数</translation>
        </message>
        <message>
            <source>whole numbers</source>
            <translation>整数</translation>
        </message>
        <message>
            <source>“{text}” is not a row of {wanted}, such as {example}.</source>
            <translation>“{text}”不是一列{wanted}，例如 {example}。</translation>
        </message>
    </context>
    <context>
        <name>LossesView</name>
        <message>
            <source>D's accuracy on generated points: share it finds more fake than not</source>
            <translation>D 在生成点上的准确率：被判为更像假的比例</translation>
        </message>
        <message>
            <source>D's accuracy on real points: share it finds more real than not</source>
            <translation>D 在真实点上的准确率：被判为更像真的比例</translation>
        </message>
        <message>
            <source>D's loss; ln 4 = 1.386 where D = ½ everywhere</source>
            <translation>D 的损失；当 D 处处等于 ½ 时为 ln 4 = 1.386</translation>
        </message>
        <message>
            <source>E f(x) − E f(G(z)): what the critic thinks W₁ is</source>
            <translation>E f(x) − E f(G(z))：评论器对 W₁ 的估计</translation>
        </message>
        <message>
            <source>G's loss</source>
            <translation>G 的损失</translation>
        </message>
        <message>
            <source>Losses</source>
            <translation>损失</translation>
        </message>
        <message>
            <source>Weighted penalty, added to D's loss; the D curve is drawn without it</source>
            <translation>加权后的惩罚项，加在 D 的损失上；图中 D 的曲线不含它</translation>
        </message>
        <message>
            <source>W₁ estimate</source>
            <translation>W₁ 估计</translation>
        </message>
        <message>
            <source>accuracy</source>
            <translation>准确率</translation>
        </message>
        <message>
            <source>accuracy on fake</source>
            <translation>准确率（生成）</translation>
        </message>
        <message>
            <source>accuracy on real</source>
            <translation>准确率（真实）</translation>
        </message>
        <message>
            <source>log</source>
            <translation>对数</translation>
        </message>
        <message>
            <source>nats</source>
            <translation>nats</translation>
        </message>
        <message>
            <source>penalty</source>
            <translation>惩罚</translation>
        </message>
        <message>
            <source>score</source>
            <translation>评分</translation>
        </message>
        <message>
            <source>−ln 4 where D = ½</source>
            <translation>D = ½ 时为 −ln 4</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source> in {0} of {1} runs</source>
            <translation>（{1} 个运行中的 {0} 个）</translation>
        </message>
        <message>
            <source>, after {0} was set to {1}</source>
            <translation>，此前 {0} 被设为 {1}</translation>
        </message>
        <message>
            <source>, after {0} were changed</source>
            <translation>，此前改动了 {0}</translation>
        </message>
        <message>
            <source>Apply the WGAN recipe</source>
            <translation>采用 WGAN 的设置</translation>
        </message>
        <message>
            <source>D's scores of the data</source>
            <translation>D 对数据的评分</translation>
        </message>
        <message>
            <source>D's scores of the samples</source>
            <translation>D 对样本的评分</translation>
        </message>
        <message>
            <source>G's loss</source>
            <translation>G 的损失</translation>
        </message>
        <message>
            <source>Go on from step {0}</source>
            <translation>从第 {0} 步继续</translation>
        </message>
        <message>
            <source>Keep as it is</source>
            <translation>保持不变</translation>
        </message>
        <message>
            <source>Keep training</source>
            <translation>继续训练</translation>
        </message>
        <message>
            <source>Nothing bounds the critic's slope now. The WGAN recipe does: RMSProp 5e-5, c = 0.01, k = 5.</source>
            <translation>现在没有任何东西限制评论器的斜率。WGAN 的设置可以限制：RMSProp 5e-5，c = 0.01，k = 5。</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>确定</translation>
        </message>
        <message>
            <source>Rebuild</source>
            <translation>重建</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Start again</source>
            <translation>重新开始</translation>
        </message>
        <message>
            <source>The pictures show the last finite state. What usually helps: a smaller learning rate, a gradient penalty, or Adam instead of plain gradient descent.</source>
            <translation>图像显示最后一个有限的状态。通常有用的办法：减小学习率、加梯度惩罚，或用 Adam 代替普通梯度下降。</translation>
        </message>
        <message>
            <source>The worker process has ended unexpectedly.</source>
            <translation>训练进程意外结束。</translation>
        </message>
        <message>
            <source>Training has stopped: {0} What was seen so far is kept.</source>
            <translation>训练已停止：{0} 已看到的内容都会保留。</translation>
        </message>
        <message>
            <source>the penalty</source>
            <translation>惩罚项</translation>
        </message>
        <message>
            <source>the weights</source>
            <translation>网络权重</translation>
        </message>
        <message>
            <source>{0} became infinite or undefined at step {1}</source>
            <translation>{0}在第 {1} 步变成无穷大或无定义</translation>
        </message>
        <message>
            <source>{0}: this rebuilds the networks, and training starts again from step 0.</source>
            <translation>{0}：这会重建网络，训练从第 0 步重新开始。</translation>
        </message>
    </context>
    <context>
        <name>ModeHistoryView</name>
        <message>
            <source>A row for each mode, a column for some steps: the mean share over them.
The colour grows with the square root of the share: small shares are seen.
“Hops”: in sight, the mode with most samples changed 3 times or more while it usually had over 60 %.</source>
            <translation>每个模式一行，若干步一列：这些步上的平均比例。
颜色随比例的平方根加深，因此小比例也看得见。
“跳动”：在可见范围内，样本最多的模式改变了 3 次或更多，而它通常占 60 % 以上。</translation>
        </message>
        <message>
            <source>Mode history</source>
            <translation>模式历史</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>正在启动…</translation>
        </message>
        <message>
            <source>This data has no separate modes.</source>
            <translation>该数据没有分开的模式。</translation>
        </message>
        <message>
            <source>on no mode</source>
            <translation>不在任何模式上</translation>
        </message>
        <message>
            <source>run {0} of {1}</source>
            <translation>运行 {0} / {1}</translation>
        </message>
        <message>
            <source>spread over all modes</source>
            <translation>分布在所有模式上</translation>
        </message>
        <message>
            <source>spread over {0} of {1} modes</source>
            <translation>分布在 {1} 个模式中的 {0} 个上</translation>
        </message>
        <message>
            <source>the generator hops</source>
            <translation>生成器来回跳动</translation>
        </message>
        <message>
            <source>the generator stays on one mode</source>
            <translation>生成器停在一个模式上</translation>
        </message>
    </context>
    <context>
        <name>ModesView</name>
        <message>
            <source>Bars: share of the samples nearest to each mode, however far away.
Dotted: the mode's true weight.
Captured and high quality count only samples within 3 σ of a mode.</source>
            <translation>柱：距每个模式最近的样本所占比例，不论多远。
点线：该模式的真实权重。
已捕获和高质量只计距模式 3 σ 以内的样本。</translation>
        </message>
        <message>
            <source>Modes</source>
            <translation>模式</translation>
        </message>
        <message>
            <source>Share of the samples on each mode</source>
            <translation>各模式上的样本比例</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>正在启动…</translation>
        </message>
        <message>
            <source>This data has no separate modes.</source>
            <translation>该数据没有分开的模式。</translation>
        </message>
        <message>
            <source>bars: share by nearest mode</source>
            <translation>柱：按最近模式计的比例</translation>
        </message>
        <message>
            <source>captured {captured} of {modes} · high quality {share}</source>
            <translation>已捕获 {captured} / {modes} · 高质量 {share}</translation>
        </message>
        <message>
            <source>high quality at best {0}</source>
            <translation>高质量上限 {0}</translation>
        </message>
        <message>
            <source>median of {0} runs, whiskers 10–90 %</source>
            <translation>{0} 个运行的中位数，须线 10–90 %</translation>
        </message>
        <message>
            <source>modes have shrunk</source>
            <translation>模式缩小了</translation>
        </message>
        <message>
            <source>reverse KL {0} nats</source>
            <translation>反向 KL {0} nats</translation>
        </message>
    </context>
    <context>
        <name>NoiseLine</name>
        <message>
            <source>Noise z to x = G(z)</source>
            <translation>噪声 z 到 x = G(z)</translation>
        </message>
        <message>
            <source>first of %1 coordinates, the others 0</source>
            <translation>%1 个坐标中的第一个，其余为 0</translation>
        </message>
    </context>
    <context>
        <name>NumberControl</name>
        <message>
            <source>a number</source>
            <translation>一个数</translation>
        </message>
        <message>
            <source>a whole number</source>
            <translation>一个整数</translation>
        </message>
        <message>
            <source>off</source>
            <translation>关</translation>
        </message>
        <message>
            <source>“{text}” is not {wanted}.</source>
            <translation>“{text}”不是{wanted}。</translation>
        </message>
    </context>
    <context>
        <name>OneRunView</name>
        <message>
            <source>Run</source>
            <translation>运行</translation>
        </message>
        <message>
            <source>Which run is shown</source>
            <translation>显示哪个运行</translation>
        </message>
        <message>
            <source>diverged at step %1</source>
            <translation>在第 %1 步发散</translation>
        </message>
        <message>
            <source>run %1</source>
            <translation>运行 %1</translation>
        </message>
        <message>
            <source>run %1 of %2</source>
            <translation>运行 %1 / %2</translation>
        </message>
        <message>
            <source>seed %1</source>
            <translation>种子 %1</translation>
        </message>
    </context>
    <context>
        <name>OutsideNote</name>
        <message>
            <source>%1 of %2 generated points outside</source>
            <translation>%2 个生成点中有 %1 个在图外</translation>
        </message>
    </context>
    <context>
        <name>Panel</name>
        <message>
            <source>Copy figure</source>
            <translation>复制图</translation>
        </message>
        <message>
            <source>Copy, export, send to the stage</source>
            <translation>复制、导出、送到主台</translation>
        </message>
        <message>
            <source>Export figure…</source>
            <translation>导出图…</translation>
        </message>
        <message>
            <source>Hide</source>
            <translation>隐藏</translation>
        </message>
        <message>
            <source>Panel menu</source>
            <translation>面板菜单</translation>
        </message>
        <message>
            <source>Send to the stage</source>
            <translation>送到主台</translation>
        </message>
    </context>
    <context>
        <name>PlaneKey</name>
        <message>
            <source>(slice: other coordinates 0)</source>
            <translation>（切片：其余坐标为 0）</translation>
        </message>
        <message>
            <source>contours every %1</source>
            <translation>等高线间隔 %1</translation>
        </message>
        <message>
            <source>critic f(x)</source>
            <translation>评论器 f(x)</translation>
        </message>
        <message>
            <source>data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>generated</source>
            <translation>生成</translation>
        </message>
        <message>
            <source>image of the noise grid</source>
            <translation>噪声网格的像</translation>
        </message>
        <message>
            <source>p: mean over squares of side %1</source>
            <translation>p：边长 %1 的方格内的均值</translation>
        </message>
        <message>
            <source>p_g: kernel estimate</source>
            <translation>p_g：核密度估计</translation>
        </message>
        <message>
            <source>per unit²</source>
            <translation>每单位²</translation>
        </message>
        <message>
            <source>probability</source>
            <translation>概率</translation>
        </message>
        <message>
            <source>score</source>
            <translation>评分</translation>
        </message>
        <message>
            <source>where G is pulled</source>
            <translation>G 被拉向何处</translation>
        </message>
        <message>
            <source>|∇|: the median strength of the pull. Arrows are scaled so as to be seen.</source>
            <translation>|∇|：拉力的中位数。箭头经过缩放以便看清。</translation>
        </message>
    </context>
    <context>
        <name>PlaneView</name>
        <message>
            <source>Back to the whole picture (double click)</source>
            <translation>回到全图（双击）</translation>
        </message>
        <message>
            <source>Centre and 3σ circle of every mode</source>
            <translation>每个模式的中心和 3σ 圆</translation>
        </message>
        <message>
            <source>D(x): how probably real D finds x</source>
            <translation>D(x)：D 认为 x 为真的概率</translation>
        </message>
        <message>
            <source>Density p(x) of the data</source>
            <translation>数据的密度 p(x)</translation>
        </message>
        <message>
            <source>Density p_g(x) of what G makes (kernel estimate)</source>
            <translation>生成样本的密度 p_g(x)（核密度估计）</translation>
        </message>
        <message>
            <source>No ground</source>
            <translation>无底图</translation>
        </message>
        <message>
            <source>Plane</source>
            <translation>平面</translation>
        </message>
        <message>
            <source>Samples of the data</source>
            <translation>真实数据的样本</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>正在启动…</translation>
        </message>
        <message>
            <source>The best possible D: D*(x) = p(x) / (p(x) + p_g(x))</source>
            <translation>最优判别器：D*(x) = p(x) / (p(x) + p_g(x))</translation>
        </message>
        <message>
            <source>The critic's score f(x), with contour lines</source>
            <translation>评论器的评分 f(x)，带等高线</translation>
        </message>
        <message>
            <source>This experiment's data has one dimension.
The density panel shows it.</source>
            <translation>该实验的数据是一维的。
请看密度面板。</translation>
        </message>
        <message>
            <source>Where G puts a regular grid of 2 of the %1 noise coordinates, the others 0</source>
            <translation>G 把 %1 个噪声坐标中 2 个的规则网格映射到哪里，其余坐标为 0</translation>
        </message>
        <message>
            <source>Where G puts a regular grid of noise</source>
            <translation>G 把规则的噪声网格映射到哪里</translation>
        </message>
        <message>
            <source>critic</source>
            <translation>评论器</translation>
        </message>
        <message>
            <source>data</source>
            <translation>数据</translation>
        </message>
        <message>
            <source>difference</source>
            <translation>差</translation>
        </message>
        <message>
            <source>generated</source>
            <translation>生成</translation>
        </message>
        <message>
            <source>gradients</source>
            <translation>梯度</translation>
        </message>
        <message>
            <source>manifold</source>
            <translation>流形</translation>
        </message>
        <message>
            <source>modes</source>
            <translation>模式</translation>
        </message>
        <message>
            <source>none</source>
            <translation>无</translation>
        </message>
        <message>
            <source>p G</source>
            <translation>p_g(x)</translation>
        </message>
        <message>
            <source>p data</source>
            <translation>p(x)</translation>
        </message>
        <message>
            <source>p_g(x) − p(x): where G makes too much or too little</source>
            <translation>p_g(x) − p(x)：G 在哪里生成过多或过少</translation>
        </message>
        <message>
            <source>reset view</source>
            <translation>复位视图</translation>
        </message>
        <message>
            <source>x = G(z), for the same z at every step</source>
            <translation>x = G(z)，每一步都用相同的 z</translation>
        </message>
        <message>
            <source>−∇ₓ of G's loss at x = G(z): where D pulls G</source>
            <translation>G 的损失在 x = G(z) 处的 −∇ₓ：D 把 G 拉向何处</translation>
        </message>
    </context>
    <context>
        <name>Preset</name>
        <message>
            <source>(a) p_g starts beside p. (b) D learns towards D* = p/(p + p_g). (c) D's slope pushes the samples to where it believes in data. (d) p_g = p and D = 1/2 everywhere. The arrows show where the generator sends evenly spaced z: close together where p_g is high.</source>
            <translation>(a) p_g 从 p 的旁边开始。(b) D 学到 D* = p/(p + p_g)。(c) D 的斜率把样本推向它认为是数据的地方。(d) p_g = p，且 D 处处为 1/2。箭头表示生成器把等间隔的 z 送到哪里：p_g 高的地方箭头密集。</translation>
        </message>
        <message>
            <source>A plain GAN with the R1 penalty: calm, all eight modes, on the data of ring-collapse.</source>
            <translation>带 R1 惩罚的普通 GAN：平稳，八个模式齐全，数据与 ring-collapse 相同。</translation>
        </message>
        <message>
            <source>A small GAN finds all eight modes of a ring within a few hundred steps.</source>
            <translation>一个小 GAN 在几百步内找到环上的全部八个模式。</translation>
        </message>
        <message>
            <source>All samples fall onto one or two modes, and hop to the next when D has caught them.</source>
            <translation>所有样本落到一两个模式上，被 D 识破后又跳到下一个。</translation>
        </message>
        <message>
            <source>All twenty-five modes of the grid, on which the plain GAN holds one or two.</source>
            <translation>覆盖网格的全部二十五个模式，而普通 GAN 只占一两个。</translation>
        </message>
        <message>
            <source>Because z is one number, p_g is exact (change of variables), not an estimate.</source>
            <translation>因为 z 是一个数，所以 p_g 是精确的（变量替换），不是估计。</translation>
        </message>
        <message>
            <source>Best watched at some hundred steps a second.</source>
            <translation>以每秒几百步的速度观看最好。</translation>
        </message>
        <message>
            <source>Both players move at once: the cloud circles the data, a little wider every time round.</source>
            <translation>双方同时更新：样本云绕着数据转，每一圈都稍大一些。</translation>
        </message>
        <message>
            <source>Checkerboard</source>
            <translation>棋盘</translation>
        </message>
        <message>
            <source>Compare the bars with the true weights. Losing a mode that holds one point in fifty costs G next to nothing, and a batch of 256 shows D some five of them. In most seeds one to three modes are missing; with WGAN-GP the shares come out right.</source>
            <translation>把柱与真实权重对比。丢掉一个只占五十分之一的模式，对 G 几乎没有损失，而一批 256 个样本中 D 只看到大约五个。多数种子会缺少一到三个模式；用 WGAN-GP 则比例正确。</translation>
        </message>
        <message>
            <source>D is linear, f(x) = a·x + b, and G only stretches and shifts its noise, so the game is a pendulum without friction. Moving at once multiplies the radius by √(1 + h²) at every step of size h; taking turns keeps it.</source>
            <translation>D 是线性的，f(x) = a·x + b，G 只能伸缩和平移噪声，因此这个博弈就像没有摩擦的单摆。同时更新时，每走一步大小为 h 的步子，半径就乘以 √(1 + h²)；轮流更新则保持半径。</translation>
        </message>
        <message>
            <source>D is perfect, so log(1 − D(G(z))) is flat where the samples are, and G stands still.</source>
            <translation>D 完美，因此 log(1 − D(G(z))) 在样本处平坦，G 停着不动。</translation>
        </message>
        <message>
            <source>Data and samples do not overlap, so JS stays at ln 2 = 0.693 however G moves, and its slope is 0 (Arjovsky and Bottou 2017). The better D, the less G learns: the norm of its gradient falls from 0.7 to 0.0002 in 300 steps, and to 0.000004 in 1 000.</source>
            <translation>数据与样本不重叠，所以无论 G 怎么动，JS 都停在 ln 2 = 0.693，斜率为 0（Arjovsky 和 Bottou，2017）。D 越好，G 学得越少：每过几百步，它的梯度就缩小一百倍。</translation>
        </message>
        <message>
            <source>Eight modes, each lighter than the one before: a plain GAN neglects the light ones.</source>
            <translation>八个模式一个比一个轻：普通 GAN 忽略轻的模式。</translation>
        </message>
        <message>
            <source>Eight squares with sharp edges and empty cells between: hard for small networks.</source>
            <translation>八个边缘锐利的方块，中间是空格：对小网络来说很难。</translation>
        </message>
        <message>
            <source>Figure 1 of the GAN paper</source>
            <translation>GAN 论文的图 1</translation>
        </message>
        <message>
            <source>Five curved arms grow out of the middle, where they all meet.</source>
            <translation>五条弯曲的臂从中间长出，它们在中间相接。</translation>
        </message>
        <message>
            <source>Five modes of unequal width and distance, the 1-D test of the MAD-GAN paper.</source>
            <translation>五个宽度和间距都不等的模式，即 MAD-GAN 论文的一维测试。</translation>
        </message>
        <message>
            <source>GAN Lab's default</source>
            <translation>GAN Lab 的默认设置</translation>
        </message>
        <message>
            <source>It happens in 16 of 16 seeds (at step 1 000). A different set-up need not collapse: tanh layers with orthogonal weights do not.</source>
            <translation>试过的每个种子都是如此。换一种设置未必崩塌：tanh 层加正交权重就不会。</translation>
        </message>
        <message>
            <source>It happens in 16 of 16 seeds (at step 800).</source>
            <translation>试过的每个种子都是如此。</translation>
        </message>
        <message>
            <source>Look at the arrows: evenly spaced z gather under the bumps and jump over the gaps. A continuous G cannot leave a gap wholly empty, and D sees it: it stays low there.</source>
            <translation>看箭头：等间隔的 z 聚集在峰下，跳过空隙。连续的 G 不能让空隙完全空着，D 也看得出来：它在那里一直很低。</translation>
        </message>
        <message>
            <source>Look at the mode history: a bright spot that jumps from mode to mode every 100 to 200 steps. D never has to remember the modes that G has left, so G never has to cover them. Most samples miss even the mode that they chase.</source>
            <translation>看模式历史：一个亮点每隔 100 到 200 步从一个模式跳到另一个。D 不必记住 G 已离开的模式，所以 G 也不必覆盖它们。多数样本连它们追逐的那个模式也没有命中。</translation>
        </message>
        <message>
            <source>MAD-GAN's five modes</source>
            <translation>MAD-GAN 的五个模式</translation>
        </message>
        <message>
            <source>Mixture on the line</source>
            <translation>直线上的混合分布</translation>
        </message>
        <message>
            <source>Mode collapse on the grid</source>
            <translation>网格上的模式崩塌</translation>
        </message>
        <message>
            <source>Mode collapse on the ring</source>
            <translation>环上的模式崩塌</translation>
        </message>
        <message>
            <source>Nine runs that differ only in their seed: some find both moons, some only one.</source>
            <translation>九个运行只有种子不同：有的找到两个月牙，有的只找到一个。</translation>
        </message>
        <message>
            <source>Nine seeds</source>
            <translation>九个种子</translation>
        </message>
        <message>
            <source>Of twenty-five modes the generator holds one or two, and wanders over the grid.</source>
            <translation>二十五个模式中，生成器只占一两个，并在网格上游走。</translation>
        </message>
        <message>
            <source>One Gaussian is torn into three bumps: G becomes a staircase, steep between the modes.</source>
            <translation>一个高斯分布被撕成三个峰：G 变成阶梯，在模式之间很陡。</translation>
        </message>
        <message>
            <source>One cloud of noise is parted into two moons, which stay tied by a thin thread.</source>
            <translation>一团噪声被分成两个月牙，中间仍连着一根细丝。</translation>
        </message>
        <message>
            <source>One run of a GAN is an anecdote. Look at the small pictures side by side, and at the band around the median in the charts: its upper edge is made of the seeds that went astray. Some of them come home later.</source>
            <translation>GAN 的单个运行只是个例。并排看这些小图，再看曲线图中位数周围的带子：上边缘是走偏的种子。其中许多后来又回来了，另一些则离开了。</translation>
        </message>
        <message>
            <source>Parallel segments</source>
            <translation>平行线段</translation>
        </message>
        <message>
            <source>Pinwheel</source>
            <translation>风车</translation>
        </message>
        <message>
            <source>R1 on the ring</source>
            <translation>环上的 R1</translation>
        </message>
        <message>
            <source>Ring of eight modes</source>
            <translation>八个模式的环</translation>
        </message>
        <message>
            <source>Simultaneous steps spiral out</source>
            <translation>同时更新，螺旋发散</translation>
        </message>
        <message>
            <source>Swiss roll</source>
            <translation>瑞士卷</translation>
        </message>
        <message>
            <source>The 2014 paper's picture in 1-D: D leans, p_g follows, and both end flat on each other.</source>
            <translation>2014 年论文的一维图：D 倾斜，p_g 跟上，最后两者重合，D 变平。</translation>
        </message>
        <message>
            <source>The Gaussian noise is in one piece and G is continuous, so its image is in one piece too: look for the thread between the moons, and for D's low ground under it.</source>
            <translation>高斯噪声是连成一片的，G 又是连续的，所以它的像也连成一片：找找两个月牙之间的细丝，以及细丝下 D 的低谷。</translation>
        </message>
        <message>
            <source>The adversarial weight</source>
            <translation>对抗权重</translation>
        </message>
        <message>
            <source>The arms touch in the centre, so G need not tear the plane, only fold it: an easier task than a ring of points.</source>
            <translation>各臂在中心相接，所以 G 不必撕开平面，只需折叠：这比一圈分开的点容易。</translation>
        </message>
        <message>
            <source>The critic pulls the cloud apart into a grid as a sheet is pulled over a bed of nails. Threads between the modes remain: a continuous generator of limited slope cannot tear the sheet.</source>
            <translation>评论器把样本云拉成网格，就像把一块布蒙在钉板上。模式之间仍有细丝：斜率有限的连续生成器撕不开这块布。</translation>
        </message>
        <message>
            <source>The data are similar to GAN Lab's, not the same. Eight units a layer and SGD learn slowly and stop early: after 3 000 steps most seeds hold two modes of three.</source>
            <translation>数据与 GAN Lab 的相似，但不相同。每层八个单元加上 SGD，学得慢，停得早：3 000 步后，多数种子只掌握三个模式中的两个。</translation>
        </message>
        <message>
            <source>The data of ring-collapse and ring-wgan-clip. The penalty asks for slope 1 between data and samples, so every sample is led uphill on the critic, at the same pace however far it is. About half of the samples end within three standard deviations; a perfect generator would read 98.9 %.</source>
            <translation>数据与 ring-collapse 和 ring-wgan-clip 相同。惩罚要求斜率为 1，因此每个样本都沿评论器的上坡方向走，无论多远，速度都一样。大约一半的样本最终在三个标准差以内；完美生成器是 98.9 %。</translation>
        </message>
        <message>
            <source>The first WGAN: weights clipped to [−c, c], and samples that spread without collapse.</source>
            <translation>最初的 WGAN：权重裁剪到 [−c, c]，样本散开而不崩塌。</translation>
        </message>
        <message>
            <source>The generator is one straight line and slides over to the data under the critic's even slope. Until it arrives, JS, which the ordinary loss follows, does not change at all; W₁ falls from the first step.</source>
            <translation>生成器是一条直线，在评论器均匀的斜率下滑向数据。到达之前，普通损失所依据的 JS 完全不变；W₁ 则从第一步起就下降。</translation>
        </message>
        <message>
            <source>The gradient penalty in place of the clip: all eight modes, and sharper ones.</source>
            <translation>用梯度惩罚代替裁剪：八个模式齐全，而且更清晰。</translation>
        </message>
        <message>
            <source>The means 10, 20, 60, 80 and 110 are divided by 20. The first two nearly touch; the last is narrow and far away, and the last to be filled.</source>
            <translation>均值 10、20、60、80 和 110 都除以 20。前两个几乎相接；最后一个又窄又远，也最后被填上。</translation>
        </message>
        <message>
            <source>The mode history shows the walk; reverse KL stays near ln 25 = 3.22, its value when one mode has taken all. The losses look quiet all the time: neither of them knows about modes.</source>
            <translation>模式历史显示它的游走；反向 KL 停在 ln 25 = 3.22 附近，即一个模式占了全部时的值。损失始终显得平静：两个损失都不知道模式的存在。</translation>
        </message>
        <message>
            <source>The optimizer matters</source>
            <translation>优化器很重要</translation>
        </message>
        <message>
            <source>The samples find the board's outline at once and then cut out the empty cells one by one, rounding every corner. The JS curve falls quickly and then lies flat: what is left needs a sharper D.</source>
            <translation>样本很快找到棋盘的外形，然后逐个挖出空格，每个角都是圆的。JS 曲线先快速下降，然后变平：剩下的需要更锐利的 D。</translation>
        </message>
        <message>
            <source>The segments do not touch: JS reads ln 2 all the way, W₁ says how far there is to go.</source>
            <translation>两条线段不相接：JS 一路都是 ln 2，W₁ 则说明还有多远。</translation>
        </message>
        <message>
            <source>The tiny networks, plain SGD and two D steps of GAN Lab, on a mixture of three.</source>
            <translation>GAN Lab 的小网络、普通 SGD 和两个 D 步，学习三个分量的混合分布。</translation>
        </message>
        <message>
            <source>The vanishing gradient</source>
            <translation>梯度消失</translation>
        </message>
        <message>
            <source>There are no modes to count here; W₁ and JS tell how far it is. The image of the noise grid shows the plane being folded along the curve.</source>
            <translation>这里没有模式可数；W₁ 和 JS 说明还差多远。噪声网格的像显示平面如何沿曲线折叠。</translation>
        </message>
        <message>
            <source>Try: 128 units in every layer · maxout in the discriminator · 2 cells a side · the gradient penalty with the Wasserstein loss.</source>
            <translation>试试：每层 128 个单元 · 判别器用 maxout · 每边 2 格 · Wasserstein 损失加梯度惩罚。</translation>
        </message>
        <message>
            <source>Try: Adam at 1e-3 for both · 32 units a layer · 9 runs.</source>
            <translation>试试：双方都用 Adam，学习率 1e-3 · 每层 32 个单元 · 9 个运行。</translation>
        </message>
        <message>
            <source>Try: RMSProp for both players while it runs (most seeds recover) · momentum with a learning rate of 0.05, against SGD with 0.5: the same mean step · β₁ = 0 from the start (as good as RMSProp).</source>
            <translation>试试：运行中双方改用 RMSProp（会恢复）· 动量配学习率 0.05，与 SGD 配 0.5 对比：平均步长相同 · β₁ = 0。</translation>
        </message>
        <message>
            <source>Try: a D learning rate of 1e-3 while it runs (most of the grid fills) · k = 5 · noise dimension 2 (no cure) · the preset grid-wgan-gp.</source>
            <translation>试试：运行中把 D 的学习率设为 1e-3 · k = 5 · 噪声维数 2（不能解决）· 预设 grid-wgan-gp。</translation>
        </message>
        <message>
            <source>Try: a D learning rate of 1e-3 · k = 5 · the gradient penalty · noise dimension 2 · the presets ring-wgan-gp and r1-ring.</source>
            <translation>试试：D 的学习率 1e-3 · k = 5 · 梯度惩罚 · 噪声维数 2 · 预设 ring-wgan-gp 和 r1-ring。</translation>
        </message>
        <message>
            <source>Try: c = 0.01 while it runs, then 1 · k = 1 · Adam (see optimizer-matters) · c = 0 with the gradient penalty, λ = 0.1.</source>
            <translation>试试：运行中把 c 设为 0.01，再设为 1 · k = 1 · Adam（见 optimizer-matters）· c = 0，改用梯度惩罚，λ = 0.1。</translation>
        </message>
        <message>
            <source>Try: heaviest : lightest 100 · batch 1024 · the Wasserstein loss, k = 5, and the gradient penalty with λ = 0.1.</source>
            <translation>试试：最重 : 最轻 100 · 批大小 1024 · Wasserstein 损失、k = 5、梯度惩罚 λ = 0.1。</translation>
        </message>
        <message>
            <source>Try: means of your own · smaller standard deviations · noise dimension 2 (p_g then is a kernel estimate) · the minimax loss · a D learning rate of 5e-4 (too slow a D: the samples slosh from side to side).</source>
            <translation>试试：自己设定均值 · 更小的标准差 · 噪声维数 2（这时 p_g 是核密度估计）· 极小极大损失 · D 的学习率 5e-4（D 太慢：样本左右晃动）。</translation>
        </message>
        <message>
            <source>Try: order alternating while it runs: the circle stays · penalty R1 with λ = 1: the circle closes · a larger learning rate.</source>
            <translation>试试：运行中把顺序改为交替：圆保持不变 · R1 惩罚，λ = 1：圆逐渐收拢 · 更大的学习率。</translation>
        </message>
        <message>
            <source>Try: pause, then take D steps alone, then G steps alone · k = 10 · the minimax loss · relu in the generator (p_g gets corners) · mean 4 · a D learning rate of 5e-2 (D starts to shake).</source>
            <translation>试试：暂停，先单独走 D 步，再单独走 G 步 · k = 10 · 极小极大损失 · 生成器用 relu（p_g 出现棱角）· 均值 4 · D 的学习率 5e-2（D 开始抖动）。</translation>
        </message>
        <message>
            <source>Try: penalty none while it runs (the arrows grow, the samples start to shake) · R2 · λ penalty 10 · 32 samples a batch.</source>
            <translation>试试：运行中取消惩罚（箭头变长，样本开始抖动）· R2 · 惩罚权重 λ = 10 · 每批 32 个样本。</translation>
        </message>
        <message>
            <source>Try: scale 1 (unscaled data is much harder) · k = 1 · the gradient penalty with the Wasserstein loss · 9 runs, to see which modes are lost.</source>
            <translation>试试：尺度 1（不缩放的数据难得多）· k = 1 · Wasserstein 损失加梯度惩罚 · 9 个运行，看看丢失了哪些模式。</translation>
        </message>
        <message>
            <source>Try: standard deviation 0.02 · k = 5 · both learning rates 0.01 · relu in place of leaky-relu (most seeds then wander before they spread) · the preset ring-collapse.</source>
            <translation>试试：标准差 0.02 · k = 5 · 双方学习率 0.01 · 用 relu 代替 leaky-relu（多数种子会先游走再散开）· 预设 ring-collapse。</translation>
        </message>
        <message>
            <source>Try: the R1 penalty with λ = 0.1 (calmer, but some seeds still go astray) · the Wasserstein loss with the gradient penalty, as in the preset moons (none does) · k = 2 · 16 runs.</source>
            <translation>试试：R1 惩罚，λ = 0.1（九个都正常）· k = 2 · 16 个运行 · 换一个种子。</translation>
        </message>
        <message>
            <source>Try: the non-saturating loss while it runs: the samples shoot off and arrive · k = 1 from the start (a D that is not perfect is a better teacher) · Adam for G, which divides the vanishing gradient by its own size, and hides the trouble.</source>
            <translation>试试：运行中改用非饱和损失：样本飞了出去 · 一开始就用 k = 1 · Wasserstein 损失加梯度惩罚 · G 改用 Adam，它用梯度自身的大小去除消失的梯度。</translation>
        </message>
        <message>
            <source>Try: thickness 0.2 · the non-saturating loss, penalty none and k = 1 (see nine-seeds) · uniform noise · 8 units a layer.</source>
            <translation>试试：厚度 0.2 · 非饱和损失、无惩罚、k = 1（见 nine-seeds）· 均匀噪声 · 每层 8 个单元。</translation>
        </message>
        <message>
            <source>Try: turns 2.5 · thickness 0.1 · noise dimension 1 (a line onto a line) · the non-saturating loss with no penalty and k = 1.</source>
            <translation>试试：圈数 2.5 · 厚度 0.1 · 噪声维数 1（线映到线）· 非饱和损失、无惩罚、k = 1。</translation>
        </message>
        <message>
            <source>Try: twist 0 · 9 arms · dropout 0.3 in the discriminator (a blunter D, a blurrier wheel) · both learning rates 5e-3.</source>
            <translation>试试：扭转 0 · 9 条臂 · 判别器的 dropout 0.3（D 更钝，风车更模糊）· 双方学习率 5e-3。</translation>
        </message>
        <message>
            <source>Try: θ = −2.5 · the minimax loss with no penalty: the line stands still · the panel JS versus Wasserstein.</source>
            <translation>试试：θ = −2.5 · 极小极大损失，无惩罚：线段停着不动 · 面板“JS 与 Wasserstein 对比”。</translation>
        </message>
        <message>
            <source>Try: λ adversarial 1 while it runs: the samples clump and fly about · back to 0.05: what some hundred steps have broken takes thousands to mend · Adam at 1e-3 for G.</source>
            <translation>试试：运行中把对抗权重 λ 设为 1：样本聚成团并四处飞 · 调回 0.05：又散开 · G 改用 Adam，学习率 1e-3。</translation>
        </message>
        <message>
            <source>Try: λ penalty 10 while it runs · k = 1 · 128 units in every layer (sharper, slower) · the generated density as the ground.</source>
            <translation>试试：运行中把惩罚权重 λ 设为 10 · k = 1 · 每层 128 个单元（更清晰，更慢）· 以生成密度作底图。</translation>
        </message>
        <message>
            <source>Try: λ penalty 10 while it runs, then 0.01 · penalty none · k = 1 · the critic with contours as the ground of the plane.</source>
            <translation>试试：运行中把惩罚权重 λ 设为 10，再设为 0.01 · 无惩罚 · k = 1 · 以带等高线的评论器作底图。</translation>
        </message>
        <message>
            <source>Two moons</source>
            <translation>双月</translation>
        </message>
        <message>
            <source>Unbalanced ring</source>
            <translation>不均衡环</translation>
        </message>
        <message>
            <source>V is the critic's estimate of the Wasserstein distance, up to a factor: it falls as the picture gets better, which no other GAN loss does. Clipping makes the critic simple: its contours are broad, the modes stay blurred, and few samples are of high quality.</source>
            <translation>V 是评论器对 Wasserstein 距离的估计（相差一个倍数）：它随图像变好而下降，其他 GAN 损失都做不到。裁剪使评论器变得简单：等高线很宽，模式仍然模糊，高质量样本很少。</translation>
        </message>
        <message>
            <source>WGAN with Adam and its momentum shakes and tears apart; RMSProp at the same rate does not.</source>
            <translation>WGAN 配 Adam 及其动量会抖动、撕裂；同样学习率的 RMSProp 则不会。</translation>
        </message>
        <message>
            <source>WGAN with clipped weights</source>
            <translation>权重裁剪的 WGAN</translation>
        </message>
        <message>
            <source>WGAN-GP on the grid</source>
            <translation>网格上的 WGAN-GP</translation>
        </message>
        <message>
            <source>WGAN-GP on the ring</source>
            <translation>环上的 WGAN-GP</translation>
        </message>
        <message>
            <source>WGAN-GP rolls a blob of samples up into a spiral, from the outside in.</source>
            <translation>WGAN-GP 把一团样本从外到内卷成螺旋。</translation>
        </message>
        <message>
            <source>Watch the generated points open like a flower, stretch towards the modes and gather on them. The last mode is found early; the share of points within three standard deviations goes on rising long after, and threads between the modes remain: a continuous G cannot cut them.</source>
            <translation>看生成的点像花一样张开，向各个模式伸展并聚集在上面。最后一个模式很早就找到；三个标准差以内的比例此后还会上升很久，模式之间的细丝仍在：连续的 G 剪不断它们。</translation>
        </message>
        <message>
            <source>Watch the gradient arrows shorten as the samples arrive: at the equilibrium D = 1/2, and its slope is 0. Without the penalty the slope stays, and the players go on circling.</source>
            <translation>看样本到达时梯度箭头变短：平衡时 D = 1/2，斜率为 0。没有惩罚时，斜率一直存在，双方不停地绕圈。</translation>
        </message>
        <message>
            <source>With clipped weights the critic sits in a corner of its box and turns over from one step to the next. A memory of past gradients then pushes the wrong way. At the same learning rate, after 500 steps, Adam is two to four times as far from the data as RMSProp.</source>
            <translation>裁剪权重后，评论器处在盒子的角上，一步就可能翻转。对过去梯度的记忆便推向错误的方向。学习率相同，500 步之后，Adam 离数据的距离是 RMSProp 的二到四倍。</translation>
        </message>
        <message>
            <source>With λ = 0.05 G takes small steps and covers the ring; with λ = 1 it is thrown about.</source>
            <translation>λ = 0.05 时，G 步子小，能覆盖整个环；λ = 1 时，G 被甩来甩去。</translation>
        </message>
        <message>
            <source>λ weighs the generator's loss. Both players use plain SGD here, where λ acts; Adam divides gradients by their size, so that with Adam the same knob does next to nothing.</source>
            <translation>λ 给生成器的损失加权。这里双方都用普通 SGD，λ 才有作用；Adam 会用梯度的大小去除梯度，因此同一个参数几乎不起作用。</translation>
        </message>
    </context>
    <context>
        <name>QObject</name>
        <message>
            <source>Choose data</source>
            <translation>选择数据</translation>
        </message>
    </context>
    <context>
        <name>Row</name>
        <message>
            <source>applies while running</source>
            <translation>运行中即可生效</translation>
        </message>
        <message>
            <source>rebuilds the networks</source>
            <translation>重建网络</translation>
        </message>
    </context>
    <context>
        <name>RunsView</name>
        <message>
            <source>%1 runs</source>
            <translation>%1 个运行</translation>
        </message>
        <message>
            <source>One run.
Set Runs above 1 to train several seeds side by side.</source>
            <translation>只有一个运行。
把运行数设为大于 1，即可并排训练多个种子。</translation>
        </message>
        <message>
            <source>Run %1, seed %2: click to look at it in the other panels</source>
            <translation>运行 %1，种子 %2：点击后在其他面板中查看</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>多次运行</translation>
        </message>
        <message>
            <source>Starting…</source>
            <translation>正在启动…</translation>
        </message>
        <message>
            <source>critic f(x)</source>
            <translation>评论器 f(x)</translation>
        </message>
        <message>
            <source>diverged</source>
            <translation>已发散</translation>
        </message>
        <message>
            <source>first %2 of %1 runs</source>
            <translation>%1 个运行中的前 %2 个</translation>
        </message>
        <message>
            <source>probability</source>
            <translation>概率</translation>
        </message>
        <message>
            <source>score</source>
            <translation>评分</translation>
        </message>
        <message>
            <source>seed %1</source>
            <translation>种子 %1</translation>
        </message>
    </context>
    <context>
        <name>ShiftView</name>
        <message>
            <source>Both pull: JS with slope {0}, W₁ with slope {1}.</source>
            <translation>两者都有梯度：JS 的斜率为 {0}，W₁ 的斜率为 {1}。</translation>
        </message>
        <message>
            <source>Drag to move the second distribution</source>
            <translation>拖动以移动第二个分布</translation>
        </message>
        <message>
            <source>JS has a kink here; W₁ still pulls with slope {0}.</source>
            <translation>JS 在此处有尖点；W₁ 仍以斜率 {0} 拉动。</translation>
        </message>
        <message>
            <source>JS is almost flat here (slope {0}). W₁ still pulls with slope {1}.</source>
            <translation>JS 在此处几乎平坦（斜率 {0}）。W₁ 仍以斜率 {1} 拉动。</translation>
        </message>
        <message>
            <source>JS is flat here: its gradient is 0. W₁ still pulls with slope {0}.</source>
            <translation>JS 在此处平坦：梯度为 0。W₁ 仍以斜率 {0} 拉动。</translation>
        </message>
        <message>
            <source>JS versus Wasserstein</source>
            <translation>JS 与 Wasserstein 对比</translation>
        </message>
        <message>
            <source>KL = ∞ for θ ≠ 0</source>
            <translation>θ ≠ 0 时 KL = ∞</translation>
        </message>
        <message>
            <source>The two are equal: every distance is 0.</source>
            <translation>两者相同：所有距离都为 0。</translation>
        </message>
        <message>
            <source>θ, the distance between the two</source>
            <translation>θ，两者之间的距离</translation>
        </message>
        <message>
            <source>θ: drag here, or drag the green distribution itself</source>
            <translation>θ：拖动这里，或直接拖动绿色的分布</translation>
        </message>
    </context>
    <context>
        <name>Status</name>
        <message>
            <source>diverged</source>
            <translation>已发散</translation>
        </message>
        <message>
            <source>paused</source>
            <translation>已暂停</translation>
        </message>
        <message>
            <source>playing</source>
            <translation>播放中</translation>
        </message>
        <message>
            <source>starting</source>
            <translation>启动中</translation>
        </message>
        <message>
            <source>unsaved changes</source>
            <translation>有未保存的更改</translation>
        </message>
        <message>
            <source>worker lost</source>
            <translation>训练进程丢失</translation>
        </message>
        <message>
            <source>worker process</source>
            <translation>训练进程</translation>
        </message>
        <message>
            <source>worker thread</source>
            <translation>训练线程</translation>
        </message>
        <message>
            <source>{0} pictures/s</source>
            <translation>{0} 帧/秒</translation>
        </message>
        <message>
            <source>{0} steps/s</source>
            <translation>{0} 步/秒</translation>
        </message>
    </context>
    <context>
        <name>StepsView</name>
        <message>
            <source>off</source>
            <translation>关</translation>
        </message>
        <message>
            <source>step</source>
            <translation>步</translation>
        </message>
    </context>
    <context>
        <name>Transport</name>
        <message>
            <source>D</source>
            <translation>D</translation>
        </message>
        <message>
            <source>G</source>
            <translation>G</translation>
        </message>
        <message>
            <source>How many steps a second are played</source>
            <translation>每秒播放多少步</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Play</source>
            <translation>播放</translation>
        </message>
        <message>
            <source>full speed</source>
            <translation>全速</translation>
        </message>
        <message>
            <source>seed {0}</source>
            <translation>种子 {0}</translation>
        </message>
        <message>
            <source>step</source>
            <translation>单步</translation>
        </message>
        <message>
            <source>steps</source>
            <translation>步</translation>
        </message>
        <message>
            <source>{0} steps/s</source>
            <translation>{0} 步/秒</translation>
        </message>
    </context>
    <context>
        <name>knobs</name>
        <message>
            <source>Across the arm</source>
            <translation>垂直于臂</translation>
        </message>
        <message>
            <source>Activation</source>
            <translation>激活函数</translation>
        </message>
        <message>
            <source>Along the arm</source>
            <translation>沿臂方向</translation>
        </message>
        <message>
            <source>Arms</source>
            <translation>臂数</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>批大小</translation>
        </message>
        <message>
            <source>Cells</source>
            <translation>格数</translation>
        </message>
        <message>
            <source>Columns</source>
            <translation>列</translation>
        </message>
        <message>
            <source>Correlation</source>
            <translation>相关系数</translation>
        </message>
        <message>
            <source>Dropout</source>
            <translation>Dropout</translation>
        </message>
        <message>
            <source>File</source>
            <translation>文件</translation>
        </message>
        <message>
            <source>G steps</source>
            <translation>G 步数</translation>
        </message>
        <message>
            <source>Half width</source>
            <translation>半边长</translation>
        </message>
        <message>
            <source>Header</source>
            <translation>表头</translation>
        </message>
        <message>
            <source>Heaviest : lightest</source>
            <translation>最重 : 最轻</translation>
        </message>
        <message>
            <source>Hidden</source>
            <translation>隐藏层</translation>
        </message>
        <message>
            <source>High</source>
            <translation>上限</translation>
        </message>
        <message>
            <source>Initial weights</source>
            <translation>初始权重</translation>
        </message>
        <message>
            <source>Inner : outer</source>
            <translation>内 : 外</translation>
        </message>
        <message>
            <source>Layout</source>
            <translation>布局</translation>
        </message>
        <message>
            <source>Learning rate</source>
            <translation>学习率</translation>
        </message>
        <message>
            <source>Loss</source>
            <translation>损失</translation>
        </message>
        <message>
            <source>Low</source>
            <translation>下限</translation>
        </message>
        <message>
            <source>Mean</source>
            <translation>均值</translation>
        </message>
        <message>
            <source>Mean in x</source>
            <translation>x 均值</translation>
        </message>
        <message>
            <source>Mean in y</source>
            <translation>y 均值</translation>
        </message>
        <message>
            <source>Means</source>
            <translation>各均值</translation>
        </message>
        <message>
            <source>Modes</source>
            <translation>模式数</translation>
        </message>
        <message>
            <source>Momentum</source>
            <translation>动量</translation>
        </message>
        <message>
            <source>Noise</source>
            <translation>噪声</translation>
        </message>
        <message>
            <source>Noise dimension</source>
            <translation>噪声维数</translation>
        </message>
        <message>
            <source>Optimizer</source>
            <translation>优化器</translation>
        </message>
        <message>
            <source>Order</source>
            <translation>顺序</translation>
        </message>
        <message>
            <source>Output</source>
            <translation>输出</translation>
        </message>
        <message>
            <source>Penalty</source>
            <translation>惩罚</translation>
        </message>
        <message>
            <source>Radius</source>
            <translation>半径</translation>
        </message>
        <message>
            <source>Runs</source>
            <translation>运行数</translation>
        </message>
        <message>
            <source>Scale</source>
            <translation>尺度</translation>
        </message>
        <message>
            <source>Seed</source>
            <translation>种子</translation>
        </message>
        <message>
            <source>Side</source>
            <translation>边</translation>
        </message>
        <message>
            <source>Spacing</source>
            <translation>间距</translation>
        </message>
        <message>
            <source>Spread</source>
            <translation>散布范围</translation>
        </message>
        <message>
            <source>Standard deviation</source>
            <translation>标准差</translation>
        </message>
        <message>
            <source>Standard deviation in x</source>
            <translation>x 标准差</translation>
        </message>
        <message>
            <source>Standard deviation in y</source>
            <translation>y 标准差</translation>
        </message>
        <message>
            <source>Standard deviations</source>
            <translation>各标准差</translation>
        </message>
        <message>
            <source>Standardise</source>
            <translation>标准化</translation>
        </message>
        <message>
            <source>Strokes</source>
            <translation>笔画</translation>
        </message>
        <message>
            <source>Thickness</source>
            <translation>厚度</translation>
        </message>
        <message>
            <source>Turns</source>
            <translation>圈数</translation>
        </message>
        <message>
            <source>Twist</source>
            <translation>扭转</translation>
        </message>
        <message>
            <source>Weights</source>
            <translation>权重</translation>
        </message>
        <message>
            <source>c clip</source>
            <translation>裁剪 c</translation>
        </message>
        <message>
            <source>k (D steps)</source>
            <translation>k (D 步数)</translation>
        </message>
        <message>
            <source>λ adversarial</source>
            <translation>对抗权重 λ</translation>
        </message>
        <message>
            <source>λ penalty</source>
            <translation>惩罚权重 λ</translation>
        </message>
    </context>
    <context>
        <name>measures</name>
        <message>
            <source>Fréchet distance</source>
            <translation>Fréchet 距离</translation>
        </message>
        <message>
            <source>High-quality samples</source>
            <translation>高质量样本</translation>
        </message>
        <message>
            <source>Higher is better, up to 98.9 %: a perfect generator reads that, and more means that the modes have shrunk.</source>
            <translation>越高越好，上限为 98.9 %：完美生成器即为此值，更高说明模式缩小了。</translation>
        </message>
        <message>
            <source>Higher is better. A mode counts as soon as one high-quality sample is nearest to it.</source>
            <translation>越高越好。只要有一个高质量样本离某个模式最近，该模式就算已捕获。</translation>
        </message>
        <message>
            <source>Jensen-Shannon divergence</source>
            <translation>Jensen-Shannon 散度</translation>
        </message>
        <message>
            <source>KL(p_g‖p)</source>
            <translation>KL(p_g‖p)</translation>
        </message>
        <message>
            <source>Lower is better. It compares only means and covariances: zero does not yet mean that the distributions are equal.</source>
            <translation>越低越好。它只比较均值和协方差：为零并不说明两个分布相同。</translation>
        </message>
        <message>
            <source>Lower is better. It grows where the generator puts points in places without data, and forgives missing modes.</source>
            <translation>越低越好。生成器把点放在没有数据的地方时它会增大；缺失的模式则不受惩罚。</translation>
        </message>
        <message>
            <source>Lower is better. The estimate is unbiased, so a perfect generator reads values on both sides of zero.</source>
            <translation>越低越好。这是无偏估计，因此完美生成器的读数会在零的两侧。</translation>
        </message>
        <message>
            <source>Lower is better. ln 2 = 0.693 means that the two distributions do not overlap at all, however near or far apart they lie.</source>
            <translation>越低越好。ln 2 = 0.693 表示两个分布完全不重叠，无论相距远近。</translation>
        </message>
        <message>
            <source>Lower is better: how far a grain of probability has to be carried on average. It falls with the distance even where the distributions do not overlap.</source>
            <translation>越低越好：一粒概率平均需要搬运多远。即使两个分布不重叠，它也随距离减小。</translation>
        </message>
        <message>
            <source>Lower is better: how unevenly the samples are spread over the modes. The logarithm of the number of modes, when one of equally heavy modes has taken all.</source>
            <translation>越低越好：样本在各模式上分布得多么不均匀。若各模式权重相等而其中一个占了全部，则为模式个数的对数。</translation>
        </message>
        <message>
            <source>Lower is better: the share of the probability that lies in the wrong place. 1 means no overlap.</source>
            <translation>越低越好：位置不对的概率所占比例。1 表示没有重叠。</translation>
        </message>
        <message>
            <source>MMD²</source>
            <translation>MMD²</translation>
        </message>
        <message>
            <source>Modes captured</source>
            <translation>已捕获模式</translation>
        </message>
        <message>
            <source>Reverse KL over modes</source>
            <translation>模式上的反向 KL</translation>
        </message>
        <message>
            <source>Total variation</source>
            <translation>全变差距离</translation>
        </message>
        <message>
            <source>Wasserstein-1 distance</source>
            <translation>Wasserstein-1 距离（推土机距离）</translation>
        </message>
    </context>
    <context>
        <name>theory</name>
        <message>
            <source>(0, η) and (θ, η), η ~ U[0, 1]:  JS = ln 2 for every θ ≠ 0,  W₁ = |θ|</source>
            <translation>(0, η) 与 (θ, η), η ~ U[0, 1]：JS = ln 2（θ ≠ 0）,  W₁ = |θ|</translation>
        </message>
        <message>
            <source>Gaussians</source>
            <translation>高斯分布</translation>
        </message>
        <message>
            <source>N(0, 1) and N(θ, 1):  KL = θ²/2,  TV = 2Φ(|θ|/2) − 1,  W₁ = |θ|</source>
            <translation>N(0, 1) 与 N(θ, 1)：KL = θ²/2,  TV = 2Φ(|θ|/2) − 1,  W₁ = |θ|</translation>
        </message>
        <message>
            <source>Parallel segments</source>
            <translation>平行线段</translation>
        </message>
        <message>
            <source>U[0, 1] and U[θ, θ+1]:  JS = min(|θ|, 1)·ln 2,  W₁ = |θ|</source>
            <translation>U[0, 1] 与 U[θ, θ+1]：JS = min(|θ|, 1)·ln 2,  W₁ = |θ|</translation>
        </message>
        <message>
            <source>Uniforms</source>
            <translation>均匀分布</translation>
        </message>
    </context>
</TS>
